package org.vigie.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Writes the figures of a benchmark as JSON to a file or to standard output: {@code --json[=FILE]}. */
public final class JsonOption {
    private static final String STDOUT = "-";

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = STDOUT,
            paramLabel = "FILE",
            description =
                    "Writes the figures as JSON, to FILE or to standard output; the text then goes to standard error.")
    Optional<String> file = Optional.empty();

    /** Writes the text for people and, where asked, the JSON for programs. */
    public void write(String text, String json, PrintWriter out, PrintWriter err) throws IOException {
        boolean jsonOnOut = file.filter(STDOUT::equals).isPresent();
        (jsonOnOut ? err : out).println(text);
        if (jsonOnOut) {
            out.println(json);
        } else if (file.isPresent()) {
            Files.writeString(Path.of(file.get()), json + "\n");
        }
    }
}
