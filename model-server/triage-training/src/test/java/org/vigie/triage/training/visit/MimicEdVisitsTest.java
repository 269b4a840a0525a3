package org.vigie.triage.training.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;
import org.vigie.triage.training.visit.VisitFile.VisitRow;

class MimicEdVisitsTest {
    private static final String HEAD =
            "stay_id,temperature,heartrate,resprate,o2sat,sbp,dbp,pain,acuity,chiefcomplaint\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeStays() throws IOException {
        write("edstays.csv.gz", "stay_id,gender,arrival_transport\n1,F,AMBULANCE\n2,M,WALK IN\n3,M,UNKNOWN\n");
    }

    @Test
    void aVisitGetsTheInputsOfTheKtasFile() throws IOException {
        // given
        write("triage.csv.gz", HEAD + "1,98.6,88,18,97,120,80,5,3,Chest pain\n");
        // when
        VisitRow row = new MimicEdVisits(folder).read().get(0);
        // then
        assertThat(row.id()).isEqualTo("1");
        assertThat(row.level()).isEqualTo(3);
        TriageVisit visit = row.visit();
        assertThat(visit.complaint()).isEqualTo("Chest pain");
        assertThat(visit.value(TriageInput.HR)).isEqualTo(88);
        assertThat(visit.value(TriageInput.TEMP)).isCloseTo(37, within(1e-9));
        assertThat(visit.value(TriageInput.NRS)).isEqualTo(5);
        assertThat(visit.value(TriageInput.PAIN)).isEqualTo(1);
        assertThat(visit.value(TriageInput.SEX)).isEqualTo(1);
        assertThat(visit.value(TriageInput.ARRIVAL)).isEqualTo(2);
    }

    @Test
    void aTemperatureInCelsiusStaysAndAnUnreadableValueIsMissing() throws IOException {
        // given
        write("triage.csv.gz", HEAD + "3,36.5,88,18,97,120,80,unable,2,Fall\n");
        // when
        TriageVisit visit = new MimicEdVisits(folder).read().get(0).visit();
        // then
        assertThat(visit.value(TriageInput.TEMP)).isEqualTo(36.5);
        assertThat(visit.value(TriageInput.NRS)).isNaN();
        assertThat(visit.value(TriageInput.ARRIVAL)).isNaN();
    }

    @Test
    void aVisitWithoutALevelIsLeftOut() throws IOException {
        // given
        write("triage.csv.gz", HEAD + "1,98.6,88,18,97,120,80,5,,Chest pain\n2,98.6,88,18,97,120,80,0,4,Cough\n");
        // when
        List<VisitRow> rows = new MimicEdVisits(folder).read();
        // then
        assertThat(rows).extracting(VisitRow::id).containsExactly("2");
        assertThat(rows.get(0).visit().value(TriageInput.PAIN)).isEqualTo(0);
        assertThat(rows.get(0).visit().value(TriageInput.ARRIVAL)).isEqualTo(3);
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
