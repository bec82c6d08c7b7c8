/** What is told beside a prediction: how far off it may be, and what it is made of. */
package gdtrain.run.prediction;
