# The same model by nnet::multinom, which descends by BFGS until it has converged.
table <- read.csv(commandArgs(trailingOnly = TRUE)[1], stringsAsFactors = TRUE)
target <- names(table)[ncol(table)]
features <- setdiff(names(table), target)
table[features] <- scale(table[features])
model <- nnet::multinom(reformulate(features, target), table, maxit = 1000, trace = FALSE)
print(coef(model))
cat("converged,", deviance(model) / 2 / nrow(table), "\n", sep = "")
