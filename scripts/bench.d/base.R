# The same model by nnet::multinom, which most installations of R have; otherwise one glm for each class.
table <- read.csv(commandArgs(trailingOnly = TRUE)[1], stringsAsFactors = TRUE)
target <- names(table)[ncol(table)]
features <- setdiff(names(table), target)
table[features] <- scale(table[features])
if (requireNamespace("nnet", quietly = TRUE)) {
  print(coef(nnet::multinom(reformulate(features, target), table, maxit = 1000, trace = FALSE)))
} else {
  for (level in levels(table[[target]])) {
    table$is_level <- table[[target]] == level
    # It warns of classes that a plane separates, as in iris.
    print(coef(suppressWarnings(glm(reformulate(features, "is_level"), binomial, table))))
  }
}
