package org.vigie.bench.ward;

import java.nio.file.Path;
import java.util.Map;

/** {@code ./vigie bench ward}: see {@link Options#HELP}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.HELP);
            System.exit(2);
            return;
        }
        Map<String, Object> figures = options.recordings()
                .map(directory -> new Burden(directory, options.bench()).figures())
                .orElseGet(() -> options.bench().figures());
        String table = new Table(figures, options.bench()).toString();
        if (options.json().filter(each -> each.equals(Options.STDOUT)).isPresent()) {
            System.err.println(table);
            System.out.println(Json.text(figures));
        } else {
            System.out.println(table);
            options.json().ifPresent(file -> Json.write(figures, Path.of(file)));
        }
    }
}
