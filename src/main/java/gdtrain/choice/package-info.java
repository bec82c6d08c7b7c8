/**
 * Choices by name, with settings of their own, such as {@code adam:beta1=0.8}: parsing, catalogs,
 * and errors that list what there is. Errors a user can mend name a setting by its key ({@link
 * gdtrain.choice.SettingName}).
 */
package gdtrain.choice;
