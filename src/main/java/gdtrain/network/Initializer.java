package gdtrain.network;

import java.util.random.RandomGenerator;

/** How the weights of a layer start; intercepts start at 0. */
public enum Initializer {
  /** All 0: right for a linear model; the units of a hidden layer would stay all alike. */
  ZEROS {
    @Override
    double draw(int inputs, int outputs, RandomGenerator random) {
      return 0;
    }
  },

  /** Uniform within 1 / sqrt(inputs), as PyTorch's linear layers start. */
  UNIFORM {
    @Override
    double draw(int inputs, int outputs, RandomGenerator random) {
      return Math.sqrt(1.0 / inputs) * (2 * random.nextDouble() - 1);
    }
  },

  /** Uniform within sqrt(6 / (inputs + outputs)): Glorot and Bengio 2010, equation 16. */
  GLOROT {
    @Override
    double draw(int inputs, int outputs, RandomGenerator random) {
      return Math.sqrt(6.0 / (inputs + outputs)) * (2 * random.nextDouble() - 1);
    }
  },

  /** Normal with variance 2 / inputs, for rectifiers: He, Zhang, Ren and Sun 2015, equation 10. */
  HE {
    @Override
    double draw(int inputs, int outputs, RandomGenerator random) {
      return Math.sqrt(2.0 / inputs) * random.nextGaussian();
    }
  };

  /** Draws one weight of a layer; its inputs are counted without the constant. */
  abstract double draw(int inputs, int outputs, RandomGenerator random);
}
