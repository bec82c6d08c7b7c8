# Draws what gdtrain terrain --slice printed: the loss by the learning rate of the step, and the steps that stand out.
#   gnuplot -e "data='slice.csv'; picture='slice.png'" examples/slice.gp
# Where there is a penalty it is the objective, column 6, since that is what descends.
if (!exists("data")) data = "slice.csv"
if (!exists("picture")) picture = "slice.png"
set terminal pngcairo size 1200,750 font "sans,13" linewidth 1.2
set datafile separator comma
is(kind) = strcol(1) eq kind
stats data skip 1 using 2 name "all" nooutput
what = exists("all_columns") && all_columns > 5 ? 6 : 4
stats data skip 1 using (is("slice") ? $2 : NaN):(is("slice") ? column(what) : NaN) name "slice" nooutput
if (!exists("slice_max_x")) exit error data . ": no row of kind slice has a finite number; gdtrain terrain --slice prints such rows"

set output picture
set title (what == 6 ? "Loss plus penalty" : "The loss") . " after a step along the negative gradient" font ",18" offset 0,0.5
set xlabel "learning rate of the step"
set ylabel what == 6 ? "objective" : "loss"
set tics out nomirror
set border 3 linecolor rgb "#555555"
set grid linecolor rgb "#dddddd"
set xrange [0:slice_max_x]
set key top center
marks = "chosen best largest_stable break_even"
colours = "#f49d37 #3aa98f #13698a #d7263d"
set style data points
plot data skip 1 using (is("slice") ? $2 : NaN):(column(what)) with lines linewidth 3 linecolor rgb "#0b2545" notitle, \
  for [k = 1:4] data skip 1 using (is(word(marks, k)) ? $2 : NaN):(column(what)) \
    with points pointtype 7 pointsize 2 linecolor rgb word(colours, k) title word(marks, k) noenhanced
