package gdtrain.dataset;

import gdtrain.compute.Numbers;

/** The memory of a block's arrays. */
final class BlockNumbers {
  private final Numbers inputs;
  private final Numbers targets;
  private final Numbers weights;
  private final int rows;
  private final int numbersOfTargets;

  BlockNumbers(Block block) {
    this.inputs = new Numbers(block.inputs());
    this.targets = new Numbers(block.targets());
    this.weights = new Numbers(block.weights());
    this.rows = block.rows();
    this.numbersOfTargets = (int) block.targets().length();
  }

  /** Reads all rows of the block. */
  void read(PlainRows rows) {
    inputs.read(0, rows.inputs(), rows.inputs().length);
    readTargets(rows);
  }

  /** The same without inputs. */
  void readTargets(PlainRows rows) {
    targets.read(0, rows.targets(), rows.targets().length);
    weights.read(0, rows.weights(), rows.weights().length);
  }

  /** Copies all that another block of the same size has but inputs. */
  void copyTargets(BlockNumbers other) {
    targets.copy(0, other.targets, 0, numbersOfTargets);
    weights.copy(0, other.weights, 0, rows);
  }

  /** Writes all rows of the block. */
  void write(PlainRows rows) {
    inputs.write(0, rows.inputs(), rows.inputs().length);
    writeTargets(rows);
  }

  /** The same without inputs. */
  void writeTargets(PlainRows rows) {
    targets.write(0, rows.targets(), rows.targets().length);
    weights.write(0, rows.weights(), rows.weights().length);
  }
}
