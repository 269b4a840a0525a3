package org.vigie.training;

/** {@code ./vigie search}. Exit 0 when all was tried, 2 when asked wrongly, 1 when the data do not allow it. */
public final class SearchMain {
    private static final Command COMMAND = new Command(
            "search",
            SearchOptions.USAGE,
            arguments -> new SearchRun(SearchOptions.parse(arguments), System.out).run());

    private SearchMain() {}

    public static void main(String[] arguments) {
        System.exit(COMMAND.run(arguments));
    }
}
