package org.vigie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutCollectorTest {
    private final LeftOutCollector collector = new LeftOutCollector();

    @Test
    void theSameValueForTheSameReasonIsOneEntryWithItsFirstAndItsLastPlace() {
        // when
        collector.add("HR", "--", "not a number", "line 2");
        collector.add("HR", "--", "not a number", "line 7");
        collector.add("HR", "--", "not a number", "line 9");
        collector.add("HR", "?", "not a number", "line 4");

        // then
        assertThat(collector.toList())
                .containsExactly(
                        new LeftOutEntry("HR", "--", "not a number (3 times, line 2 to line 9)"),
                        new LeftOutEntry("HR", "?", "not a number (line 4)"));
    }

    @Test
    void aCountIsToldWithoutPlaces() {
        // when
        collector.add("II", "no sample", 250);
        collector.add("V", "no sample", 1);
        collector.add("PAP", "no sample", 0);

        // then
        assertThat(collector.toList())
                .containsExactly(
                        new LeftOutEntry("II", "", "no sample (250 values)"), new LeftOutEntry("V", "", "no sample"));
    }

    @Test
    void afterAThousandEntriesFurtherValuesAreCountedAndNotKept() {
        // given
        for (int value = 0; value < 1_000; value++) {
            collector.add("HR", "x" + value, "not a number", "line " + value);
        }

        // when
        collector.add("HR", "y", "not a number", "line 1000");
        collector.add("HR", "z", "not a number", "line 1001");
        collector.add("HR", "x7", "not a number", "line 1002");

        // then
        assertThat(collector.toList())
                .hasSize(1_001)
                .contains(
                        new LeftOutEntry("HR", "", "not a number (2 times, line 1000 to line 1001)"),
                        new LeftOutEntry("HR", "x7", "not a number (2 times, line 7 to line 1002)"));
    }

    @Test
    void aLongValueIsCutToEightyLetters() {
        // when
        collector.add("HR", "9".repeat(81), "not a number", "line 2");

        // then
        assertThat(collector.toList().get(0).value()).hasSize(80).endsWith("9…");
    }

    @Test
    void entriesThatWereCountedBeforeKeepTheirReasons() {
        // when
        collector.addAll(List.of(new LeftOutEntry("HR", "--", "not a number (3 times, line 2 to line 9)")));

        // then
        assertThat(collector.toList())
                .containsExactly(new LeftOutEntry("HR", "--", "not a number (3 times, line 2 to line 9)"));
    }
}
