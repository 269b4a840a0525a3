package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that {@code docs/data-dictionary.md} describes every topic, table and record. */
class DataDictionaryPageTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));
    private static final Path PAGE = ROOT.resolve("docs/data-dictionary.md");

    @Test
    void thePageEqualsTheCatalogueTheTablesAndTheSchemas() throws IOException {
        // given
        String page = new DataDictionaryPage(ROOT).text();
        if (Boolean.getBoolean("vigie.write.docs")) {
            Files.writeString(PAGE, page);
        }
        // when
        // then
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }
}
