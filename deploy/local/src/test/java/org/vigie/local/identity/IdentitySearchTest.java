package org.vigie.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine;

class IdentitySearchTest {
    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();
    private Path list;
    private Path data;

    @BeforeEach
    void writeTheList() throws IOException {
        list = Files.writeString(folder.resolve("list.txt"), "Dupont\nJeanne Élodie\n\n19580312\n");
        data = Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void aFolderWithoutAnIdentityIsClean() throws IOException {
        // given
        Files.writeString(data.resolve("state.log"), "stay 3f2a bed REA/03 hr 83\n");

        // when, then
        assertThat(search()).isEqualTo(CommandRunner.DONE);
        assertThat(printed.toString()).contains("1 files searched for 3 identities: 0 found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE"})
    void anIdentityIsFoundInEachEncoding(String charset) throws IOException {
        // given
        Files.write(data.resolve("column.d"), "xx JEANNE ÉLODIE xx".getBytes(charset));

        // when, then
        assertThat(search()).isEqualTo(CommandRunner.NO);
        assertThat(printed.toString())
                .contains("column.d holds line 2 of the list")
                .doesNotContain("JEANNE");
    }

    @Test
    void anIdentityIsFoundInACompressedArchive() throws IOException {
        // given
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("born 19580312".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(data.resolve("backup.gz"), bytes.toByteArray());

        // when, then
        assertThat(search()).isEqualTo(CommandRunner.NO);
        assertThat(printed.toString()).contains("backup.gz holds line 3 of the list");
    }

    @Test
    void anIdentityAcrossTheEndOfAChunkIsFound() throws IOException {
        // given
        byte[] content = new byte[(1 << 20) + 100];
        System.arraycopy("Dupont".getBytes(StandardCharsets.UTF_8), 0, content, (1 << 20) - 3, 6);
        Files.write(data.resolve("segment.log"), content);

        // when, then
        assertThat(search()).isEqualTo(CommandRunner.NO);
        assertThat(printed.toString()).contains("segment.log holds line 1 of the list");
    }

    @Test
    void aFileThatCannotBeSearchedIsNamedAndIsNotClean() throws IOException {
        // given
        Files.writeString(data.resolve("export.parquet"), "PAR1");

        // when, then
        assertThat(search()).isEqualTo(CommandRunner.NO);
        assertThat(printed.toString()).contains("not searched:").contains("export.parquet");
    }

    @Test
    void anIdentityOfThreeLettersIsRefusedBecauseItStandsEverywhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchedIdentities(List.of("Roy")))
                .withMessageContaining("must have 4 characters or more, one had 3");
    }

    private int search() {
        return new CommandLine(new IdentitySearchCommand())
                .setOut(new PrintWriter(printed))
                .execute("--list", list.toString(), "--folder", data.toString(), "--no-topics");
    }
}
