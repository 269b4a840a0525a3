package org.vigie.training.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationGrid;

class HiddenCellFileTest {
    private static final String HEADER = "RecordID,hour,variable,value\n";

    @TempDir
    Path folder;

    @Test
    void aValueIsConvertedToTheUnitOfTheCatalogue() throws IOException {
        // when
        List<HiddenCell> cells = new HiddenCellFile(file(HEADER + "7,2,FiO2,0.4\n7,0,HR,80\n"))
                .read()
                .get(7);

        // then
        int columns = ImputationGrid.COLUMNS;
        assertThat(cells)
                .containsExactly(
                        new HiddenCell(7, 2 * columns + ImputationGrid.names().indexOf("fio2"), 40),
                        new HiddenCell(7, ImputationGrid.names().indexOf("hr"), 80));
    }

    @Test
    void aPackedFileIsRead() throws IOException {
        // given
        Path file = folder.resolve("mask.csv.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((HEADER + "7,0,HR,80\n").getBytes(StandardCharsets.UTF_8));
        }

        // when, then
        assertThat(new HiddenCellFile(file).read()).containsOnlyKeys(7);
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        assertRefused(HEADER + "7,0,HR,80\n7,48,HR,80\n", "mask.csv:3: the grid has no cell for hour 48 of HR");
        assertRefused(HEADER + "7,0,Pulse,80\n", "mask.csv:2: PhysioNet-2012 has no series 'Pulse'");
        assertRefused(HEADER + "7,0,MechVent,1\n", "mask.csv:2: the grid has no cell for hour 0 of MechVent");
        assertRefused(HEADER + "7,zero,HR,80\n", "mask.csv:2: expected a stay, an hour, a variable and a number");
        assertRefused("a,b\n7,0\n", "mask.csv:2: the header must be RecordID,hour,variable,value");
        assertRefused(HEADER, "mask.csv: holds no hidden cell");
    }

    private void assertRefused(String content, String message) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> new HiddenCellFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("mask.csv"), content);
    }
}
