package gdtrain.compute.backend;

import org.bytedeco.cuda.cudart.cudaDeviceProp;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.cusolver;
import org.bytedeco.javacpp.Loader;

/** CUDA, called through JavaCPP. */
final class JavaCppCuda implements CudaRuntime {
  @Override
  public int countDevices(int[] count) {
    return cudart.cudaGetDeviceCount(count);
  }

  @Override
  public String message(int status) {
    return cudart.cudaGetErrorString(status).getString();
  }

  @Override
  public Card firstCard() {
    try (cudaDeviceProp properties = new cudaDeviceProp()) {
      int status = cudart.cudaGetDeviceProperties(properties, 0);
      if (status != SUCCESS) {
        throw new IllegalStateException(message(status));
      }
      return new Card(
          properties.name().getString(),
          properties.totalGlobalMem(),
          properties.major(),
          properties.minor());
    }
  }

  @Override
  public void loadLibraries() {
    Loader.load(cusolver.class); // needs cuBLAS and cuSPARSE, which come with it
  }
}
