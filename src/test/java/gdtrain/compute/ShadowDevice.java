package gdtrain.compute;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A card that is none: every matrix lies twice in the processor's memory. Products touch the second
 * copy only, Java the first, and whoever reads a copy that is older than the other one fails. So
 * what passes here asks for every copy that a card needs.
 */
public final class ShadowDevice implements Device {
  /** From now on matrices lie twice, on a new device. */
  public static ShadowDevice use() {
    ShadowDevice device = new ShadowDevice();
    Backend.use(device);
    return device;
  }

  /** From now on they lie where they usually do. */
  public static void useProcessor() {
    Backend.use(Processor.INSTANCE);
  }

  /** Somebody read numbers that are not the newest. */
  static final class StaleCopy extends IllegalStateException {
    StaleCopy(String sentence) {
      super(sentence);
    }
  }

  private final AtomicLong uploaded = new AtomicLong();
  private final AtomicLong downloaded = new AtomicLong();

  /** How many numbers have gone up since the device was made. */
  public long uploaded() {
    return uploaded.get();
  }

  /** How many numbers have come down since the device was made. */
  public long downloaded() {
    return downloaded.get();
  }

  private static INDArray array(int length, boolean narrow) {
    DataType type = narrow ? DataType.FLOAT : DataType.DOUBLE;
    return forget(Nd4j.createUninitialized(type, length, 1));
  }

  /** Makes all numbers NaN: ones in all bits. ND4J's own way takes as long as a small product. */
  private static INDArray forget(INDArray array) {
    Pointer.memset(array.data().pointer(), 0xff, bytes(array));
    return array;
  }

  private static void transfer(INDArray from, INDArray to) {
    Pointer.memcpy(to.data().pointer(), from.data().pointer(), bytes(from));
  }

  private static long bytes(INDArray array) {
    return array.length() * array.dataType().width();
  }

  private final class TwoCopies extends Memory {
    private final Memory products;
    private volatile boolean here = true;
    private volatile boolean there = true;

    TwoCopies(int length, boolean narrow) {
      super(ShadowDevice.array(length, narrow));
      products = new Memory(ShadowDevice.array(length, narrow));
    }

    @Override
    Device device() {
      return ShadowDevice.this;
    }

    @Override
    void upload() {
      if (!there) {
        transfer(array(), products.array());
        uploaded.addAndGet(array().length());
        there = true;
      }
    }

    @Override
    void download() {
      if (!here) {
        transfer(products.array(), array());
        downloaded.addAndGet(array().length());
        here = true;
      }
    }

    @Override
    void clear() {
      products.clear();
      forget(array());
      there = true;
      here = false;
    }

    @Override
    void beforeUse() {
      if (!here) {
        throw new StaleCopy("Java reads what was not downloaded");
      }
    }

    @Override
    void afterWriting() {
      here = true;
      there = false;
    }

    void beforeProduct() {
      if (!there) {
        throw new StaleCopy("A product reads what was not uploaded");
      }
    }

    void afterProduct() {
      forget(array());
      there = true;
      here = false;
    }
  }

  @Override
  public Memory reserve(int length, boolean narrow) {
    return new TwoCopies(length, narrow);
  }

  @Override
  public Kernel product(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    Kernel product = Processor.INSTANCE.product(alpha, there(a), there(b), beta, there(c));
    boolean replaces = beta == 0 && c.length() == c.memory().array().length();
    return new Kernel(
        () -> {
          copies(a).beforeProduct();
          copies(b).beforeProduct();
          if (!replaces) {
            copies(c).beforeProduct();
          }
          product.run();
          copies(c).afterProduct();
        });
  }

  @Override
  public Kernel copy(Matrix from, Matrix to) {
    Kernel copy = Processor.INSTANCE.copy(there(from), there(to));
    return new Kernel(
        () -> {
          copies(from).beforeProduct();
          copy.run();
          copies(to).afterProduct();
        });
  }

  private static TwoCopies copies(Matrix matrix) {
    return (TwoCopies) matrix.memory();
  }

  /** The matrix in the memory that products use. */
  private static Matrix there(Matrix matrix) {
    return new Matrix(
        copies(matrix).products,
        matrix.from(),
        matrix.rows(),
        matrix.columns(),
        matrix.byRow(),
        matrix.stride());
  }
}
