/** What a run tells beyond its loss: why it went as it did, and what would go better. */
package gdtrain.insight;
