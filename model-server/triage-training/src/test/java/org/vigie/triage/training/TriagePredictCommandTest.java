package org.vigie.triage.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;

class TriagePredictCommandTest {
    @TempDir
    Path folder;

    private final StringWriter console = new StringWriter();

    private int triage(String... arguments) {
        var writer = new PrintWriter(console);
        return CommandRunner.of(new TriageCommand(), writer, writer).execute(arguments);
    }

    private List<String> predict(String visits) throws IOException {
        Files.writeString(folder.resolve("in.csv"), visits);
        assertThat(triage("predict", "--in", folder + "/in.csv", "--out", folder + "/deep/out.csv"))
                .as(console.toString())
                .isZero();
        return Files.readAllLines(folder.resolve("deep/out.csv"));
    }

    @Test
    void everyLineGetsALevelInItsPlace() throws IOException {
        // when
        List<String> lines = predict("Age;HR;BT;Chief_complain\r\n70;900;36,5;chest pain\r\n;;;\r\nabc;80;;rash\r\n");

        // then
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("row,id,level,p1,p2,p3,p4,p5,evidence,low_evidence,note");
        assertThat(lines.get(1)).startsWith("1,1,").contains("complaint,false").contains("Not used: HR '900'");
        assertThat(lines.get(2)).startsWith("2,2,").contains("vitals,true");
        assertThat(lines.get(3)).startsWith("3,3,").contains("Age 'abc'");
    }

    @Test
    void withJsonTheAnswerIsOneObject() throws IOException {
        // given
        Path in = Files.writeString(folder.resolve("in.csv"), "HR\n80\n90\n");
        Path out = folder.resolve("out.csv");
        // when
        int code = triage("predict", "--in", in.toString(), "--out", out.toString(), "--json");
        // then
        assertThat(code).as(console.toString()).isZero();
        assertThat(console.toString().strip())
                .startsWith("{")
                .endsWith("}")
                .contains("\"model\" : \"triage-ktas\"", "\"visits\" : 2", "\"file\" : \"" + out + "\"");
    }

    @Test
    void theTargetIsNotUsed() throws IOException {
        // given
        String without = predict("HR;Mental\n80;1\n").get(1);

        // when
        String with = predict("KTAS_expert;HR;KTAS_RN;Mental\n1;80;1;1\n").get(1);

        // then
        assertThat(with).isEqualTo(without);
    }

    @Test
    void aBadFileIsAnsweredWithItsPlaceAndNoTrace() {
        assertThat(triage("predict", "--in", folder + "/none.csv", "--out", folder + "/out.csv"))
                .isEqualTo(2);
        assertThat(console.toString()).contains("none.csv: no such file").doesNotContain("Exception");
        assertThat(triage("predict", "--out", folder + "/out.csv")).isEqualTo(2);
    }
}
