/**
 * What a run came to as one page: first what the page says, gathered from the run, then the page.
 */
package gdtrain.report.page;
