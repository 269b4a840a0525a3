package org.vigie.triage.training.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.triage.feature.TriageInput;

class TriageVisitFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("visits.csv");
    }

    private List<VisitFile.VisitRow> read(String text) throws IOException {
        Files.writeString(file, text);
        return new VisitFile(file).read();
    }

    @Test
    void columnsMayBeInAnyOrderAndMissing() throws IOException {
        // when
        VisitFile.VisitRow row = read("HR;unknown;Age\r\n88;x;71\r\n").get(0);

        // then
        assertThat(row.visit().value(TriageInput.HR)).isEqualTo(88);
        assertThat(row.visit().value(TriageInput.AGE)).isEqualTo(71);
        assertThat(row.visit().value(TriageInput.SBP)).isNaN();
        assertThat(row.level()).isZero();
    }

    @Test
    void aDecimalCommaAndADecimalPointAreTheSame() throws IOException {
        // when
        List<VisitFile.VisitRow> rows = read("BT;HR\n36,5;80\n36.5;80\n");

        // then
        assertThat(rows).extracting(row -> row.visit().value(TriageInput.TEMP)).containsExactly(36.5, 36.5);
    }

    @Test
    void whatCannotBeAPatientsIsNamedAndNotUsed() throws IOException {
        // when
        VisitFile.VisitRow row =
                read("HR;BT;NRS_pain;Mental;RR\n900;abc;#BOÞ!;2.5;\n").get(0);

        // then
        assertThat(row.visit().known()).isEmpty();
        assertThat(row.unused()).containsExactlyInAnyOrder("HR '900'", "BT 'abc'", "NRS_pain '#BOÞ!'", "Mental '2.5'");
    }

    @Test
    void windows1252AndUtf8AreBothRead() throws IOException {
        // given
        String text = "Chief_complain;HR\nfièvre;80\n";

        // when
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));

        // then
        assertThat(new VisitFile(file).read().get(0).visit().complaint()).isEqualTo("fièvre");

        // when
        Files.write(file, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(new VisitFile(file).read().get(0).visit().complaint()).isEqualTo("fièvre");
    }

    @Test
    void commasSeparateToo() throws IOException {
        assertThat(read("id,HR,Chief_complain\nA7,80,\"pain, chest\"\n")
                        .get(0)
                        .visit()
                        .complaint())
                .isEqualTo("pain, chest");
        assertThat(read("id,HR\nA7,80\n").get(0).id()).isEqualTo("A7");
    }

    @Test
    void aVisitWithoutAnIdHasItsNumberAndKeepsItsLine() throws IOException {
        // when
        List<VisitFile.VisitRow> rows = read("HR;Age\n80;30\n\n90;40\n");

        // then
        assertThat(rows).extracting(VisitFile.VisitRow::id).containsExactly("1", "2");
        assertThat(rows).extracting(VisitFile.VisitRow::line).containsExactly(2L, 4L);
    }

    @Test
    void theNursesLevelAndWhatIsKnownLaterAreNotInputs() {
        assertThat(List.of("KTAS_RN", "KTAS_expert", "Diagnosis in ED", "Disposition", "mistriage", "Error_group"))
                .allMatch(column -> TriageInput.ofColumn(column).isEmpty());
    }

    @Test
    void aLineOfAnotherWidthIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("HR;Age\n80;30\n80\n"))
                .isInstanceOf(VisitFileException.class)
                .hasMessage(file + ":3: has 1 cells, the heading has 2: column 2 'Age' is missing");
        assertThatThrownBy(() -> read("HR;Age\n80;30;1\n"))
                .hasMessage(file + ":2: has 3 cells, the heading has 2: column 3 has no name");
    }

    @Test
    void aHeadingThatCannotBeOneIsRefused() {
        assertThatThrownBy(() -> read("")).hasMessage(file + ":1: is empty, must begin with the columns' names");
        assertThatThrownBy(() -> read("a;b\n1;2\n")).hasMessageContaining(":1: none of the columns [Age, Sex,");
        assertThatThrownBy(() -> read("HR;Age;HR\n1;2;3\n"))
                .hasMessage(file + ":1: column 'HR' is there twice, as 1 and 3");
    }

    @Test
    void whatIsNoTextOrNotThereIsRefused() {
        assertThatThrownBy(() -> read("HR;Age\n80;\0\n")).hasMessage(file + ":2: is no text");
        assertThatThrownBy(() -> new VisitFile(folder.resolve("none.csv")).read())
                .hasMessageEndingWith("no such file");
        assertThatThrownBy(() -> read("HR;Chief_complain\n80;\"open\n80;x\n"))
                .isInstanceOf(VisitFileException.class)
                .hasMessageContaining(":2: ");
    }
}
