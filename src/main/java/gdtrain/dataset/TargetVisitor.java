package gdtrain.dataset;

/** Receives the targets and weights of a dataset, block by block. */
@FunctionalInterface
public interface TargetVisitor {
  /** Takes those of the next rows, which are only good until it returns. */
  void visit(TargetRows rows);
}
