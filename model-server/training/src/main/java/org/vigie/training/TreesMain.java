package org.vigie.training;

/** An experiment: boosted trees on simple features, cross-validated on set A and measured on set B. Writes reports, no bundle. */
public final class TreesMain {
    static final Command COMMAND = new Command(
            "trees", TreesOptions.USAGE, arguments -> new TreesRun(TreesOptions.parse(arguments), System.out).run());

    private TreesMain() {}

    public static void main(String[] arguments) {
        System.exit(COMMAND.run(arguments));
    }
}
