package gdtrain.dataset.encoding;

import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import gdtrain.dataset.RowPicker;
import gdtrain.table.store.ScratchFile;
import gdtrain.table.store.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** All rows of a dataset in a file, each in one piece, to be read in any order. */
final class RowFile {
  private final ScratchFile file;
  private final int inputs;
  private final int outputs;

  private final boolean offsets;

  private RowFile(ScratchFile file, Dataset data) {
    this.file = file;
    this.inputs = data.inputs();
    this.outputs = data.outputs();
    this.offsets = data.hasOffsets();
  }

  /** Writes all rows. */
  static RowFile of(Dataset data, Storage storage) {
    RowFile rows = new RowFile(storage.scratchFile(), data);
    rows.file.expect((long) data.rows() * rows.rowBytes());
    data.forEachPlain(rows::append);
    return rows;
  }

  private int rowBytes() {
    return (inputs + outputs + (offsets ? 2 : 1)) * Double.BYTES;
  }

  private void append(PlainRows rows) {
    ByteBuffer bytes = buffer(rows.count());
    DoubleBuffer numbers = bytes.asDoubleBuffer();
    for (int i = 0; i < rows.count(); i++) {
      numbers.put(rows.inputs(), i * inputs, inputs);
      numbers.put(rows.targets(), i * outputs, outputs);
      numbers.put(rows.weights()[i]);
      if (offsets) {
        numbers.put(rows.offsets()[i]);
      }
    }
    file.append(bytes);
  }

  private ByteBuffer buffer(int rows) {
    return ByteBuffer.allocateDirect(rows * rowBytes()).order(ByteOrder.nativeOrder());
  }

  void close() {
    file.close();
  }

  RowPicker picker(Block into) {
    double[] picked = new double[into.rows() * inputs];
    ByteBuffer bytes = buffer(1);
    DoubleBuffer row = bytes.asDoubleBuffer();
    return (rows, from) -> {
      for (int i = 0; i < into.rows(); i++) {
        file.read((long) rows[from + i] * rowBytes(), bytes.clear());
        row.get(0, picked, i * inputs, inputs);
        row.get(inputs, into.targets(), i * outputs, outputs);
        into.weights()[i] = row.get(inputs + outputs);
        if (offsets) {
          into.offsets()[i] = row.get(inputs + outputs + 1);
        }
      }
      into.inputs().write(picked);
      into.inputs().upload();
    };
  }
}
