package org.vigie.replay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;

class ExportRequestTest {
    private static final PartitionPeriod DAY =
            new PartitionPeriod(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @Test
    void eachKindThatIsAskedForIsOneTableHoweverOftenItIsNamed() {
        // when
        ExportRequest request =
                request(List.of(ExportKind.SCORES, ExportKind.ALERTS, ExportKind.SCORES), ExportFormat.CSV);

        // then
        assertThat(request.tables()).hasSize(2);
        assertThat(request.tables().get(1).name()).isEqualTo("alerts");
    }

    @Test
    void staysAreFirstSoThatARefusalComesBeforeAnyFile() {
        // when
        ExportRequest request = request(List.of(ExportKind.SCORES, ExportKind.STAYS), ExportFormat.CSV);

        // then
        assertThat(request.tables().get(0).name()).isEqualTo("stays");
    }

    @Test
    void medsHoldsTheReadingsThatRulesUseAndNothingElse() {
        assertThat(request(List.of(ExportKind.CLEAN), ExportFormat.MEDS).tables())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(List.of(ExportKind.CLEAN, ExportKind.ALERTS), ExportFormat.MEDS))
                .withMessageContaining("--what: must be clean for --format meds");
    }

    @Test
    void wfdbHoldsReadingsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(List.of(ExportKind.WINDOWS), ExportFormat.WFDB))
                .withMessageContaining("--what: must be clean for --format wfdb");
    }

    @Test
    void aFileHasTheEndOfItsFormat() {
        assertThat(ExportFormat.CSV.fileName("alerts")).isEqualTo("alerts.csv");
        assertThat(ExportFormat.PARQUET.fileName("alerts")).isEqualTo("alerts.parquet");
    }

    private static ExportRequest request(List<ExportKind> what, ExportFormat format) {
        return new ExportRequest(
                KafkaConnectionConfig.defaults(),
                DAY,
                what,
                format,
                ExportPseudonyms.none(),
                AnonymityLevel.defaults(),
                Path.of("out"));
    }
}
