/**
 * The settings of a command, each defined once in {@link gdtrain.run.setting.Settings}, and those
 * of a run with their types, {@link gdtrain.run.setting.RunSettings}.
 */
package gdtrain.run.setting;
