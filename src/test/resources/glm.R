# Poisson and gamma regressions with a log link as R's glm has them: Rscript glm.R > glm.json
# Run from the top folder. Inputs are the numeric columns; rows with a missing cell are left out.
# value: deviance / (2 rows), the mean loss; coefficients in the columns' own units, the intercept last.
number <- function(x) paste(sprintf("%.17g", x), collapse = ", ")
fit <- function(loss, data, target, exclude = character(), weight = NULL) {
  rows <- read.csv(file.path("datasets", paste0(data, ".csv")), check.names = FALSE)
  rows <- na.omit(rows[, !(names(rows) %in% exclude) & sapply(rows, is.numeric)])
  weights <- if (is.null(weight)) rep(1, nrow(rows)) else rows[[weight]]
  inputs <- setdiff(names(rows), c(target, weight))
  x <- cbind(as.matrix(rows[, inputs]), 1)
  family <- if (loss == "poisson") poisson() else Gamma(link = "log")
  control <- glm.control(epsilon = 1e-15, maxit = 100)
  model <- suppressWarnings(glm.fit(x, rows[[target]], weights, family = family, control = control))
  sprintf('  {"loss": "%s", "data": "%s", "target": "%s", "exclude": "%s", "weight": "%s", "value": %s,\n   "coefficients": [%s]}',
    loss, data, target, paste(exclude, collapse = ","), if (is.null(weight)) "" else weight,
    number(model$deviance / 2 / sum(weights)), number(coef(model)))
}
texts <- c("species", "island", "sex")
cases <- c(
  fit("poisson", "randhie", "mdvis"),
  fit("poisson", "mtcars", "carb", "model"),
  fit("poisson", "anes96", "TVnews"),
  fit("poisson", "diabetes", "progression"),
  fit("poisson", "mtcars", "gear", "model", "cyl"),
  fit("gamma", "mtcars", "mpg", "model"),
  fit("gamma", "mtcars", "disp", "model"),
  fit("gamma", "diabetes", "progression"),
  fit("gamma", "penguins", "body_mass_g", texts),
  fit("gamma", "longley", "UNEMP", "Obs"),
  fit("gamma", "mtcars", "hp", "model", "cyl"))
cat('{"version": "', R.version.string, '", "fits": [\n', paste(cases, collapse = ",\n"), "\n]}\n", sep = "")
