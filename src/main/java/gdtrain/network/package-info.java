/**
 * The model between inputs and raw output: forward, and backward by the chain rule.
 *
 * <p>All parameters are one flat vector, of which a layer's weights are a view. Without hidden
 * layers the network is a linear model.
 */
package gdtrain.network;
