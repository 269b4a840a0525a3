package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.synthetic.SampleStays;
import org.vigie.training.synthetic.SyntheticSplit;

class SyntheticReportTest {
    private static final SyntheticSplit SPLIT =
            new SyntheticSplit(SampleStays.of(40, 1), SampleStays.of(40, 2), SampleStays.of(40, 3));

    @TempDir
    Path folder;

    @Test
    void thePageShowsTheTablesThePlotsAndEachSeries() throws IOException {
        // given
        Path page = folder.resolve("report.html");

        // when
        report(true).write(page);

        // then
        assertThat(page)
                .content()
                .contains("that is no proof", "membership inference", "Share of measured hours", "Autocorrelation")
                .contains("<td>0.512</td>", "hr")
                .doesNotContain("must not be shared");
        assertThat(page).content().containsPattern("(?s)(<svg.*){5}");
    }

    @Test
    void staysThatRevealWhoWasUsedAreMarked() throws IOException {
        // given
        Path page = folder.resolve("report.html");

        // when
        report(false).write(page);

        // then
        assertThat(page).content().contains("must not be shared");
    }

    private static SyntheticReport report(boolean mayBeShared) {
        ReportTable one =
                new ReportTable(List.of("measure", "value"), List.of(List.of("membership inference", "0.512")));
        return new SyntheticReport("40 synthetic stays by gan", mayBeShared, one, one, one, SPLIT);
    }
}
