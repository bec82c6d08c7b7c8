/**
 * What is said about a run: what lies ahead of it, what came of it, what would help it, why it
 * diverged and what to try.
 */
package gdtrain.diagnosis;
