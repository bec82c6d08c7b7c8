# Poisson and gamma regressions with an offset, as R's glm has them; run from the top folder:
# Rscript src/test/resources/oracles/offsets.R > src/test/resources/oracles/offsets.json
# Inputs are the numeric columns that are left. loss: deviance / (2 rows); baseline: that of the intercept
# alone; fitted: the first predictions.
number <- function(x) paste(sprintf("%.17g", x), collapse = ", ")
fit <- function(loss, data, target, exposure, exclude, logarithm = TRUE) {
  rows <- read.csv(file.path("datasets", paste0(data, ".csv")), check.names = FALSE)
  rows <- na.omit(rows[, !(names(rows) %in% exclude) & sapply(rows, is.numeric)])
  offset <- if (logarithm) log(rows[[exposure]]) else rows[[exposure]]
  x <- cbind(as.matrix(rows[, setdiff(names(rows), c(target, exposure))]), 1)
  family <- if (loss == "poisson") poisson() else Gamma(link = "log")
  control <- glm.control(epsilon = 1e-15, maxit = 100)
  model <- suppressWarnings(glm.fit(x, rows[[target]], offset = offset, family = family, control = control))
  one <- suppressWarnings(glm.fit(x[, ncol(x), drop = FALSE], rows[[target]], offset = offset, family = family, control = control))
  n <- 2 * nrow(rows)
  sprintf('  {"data": "%s", "arguments": "--loss %s --target %s --%s %s --exclude %s", "loss": %s, "baseline": %s,\n   "fitted": [%s]}',
    data, loss, target, if (logarithm) "exposure" else "offset", exposure, paste(exclude, collapse = ","),
    number(model$deviance / n), number(one$deviance / n), number(head(model$fitted.values, 5)))
}
cases <- c(
  fit("poisson", "mtcars", "carb", "wt", "model"),
  fit("poisson", "randhie", "mdvis", "lpi", "lncoins", FALSE),
  fit("poisson", "diabetes", "progression", "bmi", "age"),
  fit("gamma", "diabetes", "progression", "bp", "sex"),
  fit("gamma", "longley", "UNEMP", "POP", "Obs"),
  fit("gamma", "anes96", "income", "age", c("popul", "vote")))
cat('{"cases": [\n', paste(cases, collapse = ",\n"), "\n]}\n", sep = "")
