package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that {@code docs/code.md} shows every number that the command counts. The values may be older. */
class CodePageTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));

    @Test
    void thePageHasARowForEachNumberWithItsBound() throws IOException {
        CodeReport report = new CodeMeasurement(SourceTree.under(ROOT)).report(1);

        String page = CodePage.in(ROOT).generated();

        assertThat(withoutValues(page))
                .as("./vigie bench code --write-docs writes the page")
                .containsExactlyElementsOf(withoutValues(CodePage.tables(report)));
    }

    private static List<String> withoutValues(String tables) {
        return tables.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| `"))
                .map(line -> line.replaceFirst("\\| [0-9.,]+( %)? \\|", "| |"))
                .toList();
    }
}
