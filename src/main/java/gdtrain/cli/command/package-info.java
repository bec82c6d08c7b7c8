/** What each command does. */
package gdtrain.cli.command;
