/**
 * What is made of bytes from outside, each a class with {@code fuzzerTestOneInput}: a {@link
 * gdtrain.choice.UserError} is right, anything else that is thrown is a finding.
 */
package gdtrain.fuzz;
