package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Tests the comparison of several runs. */
class WardRunReportTest {
    @Test
    void theOnlyRunIsPrintedAsBefore() {
        assertThat(new WardRunReport(List.of(run("shipped", 1, 2.5))).figures()).isEqualTo(figures(2.5));
    }

    @Test
    void severalSeedsHaveASpread() {
        // when
        Map<String, Object> figures = new WardRunReport(
                        List.of(run("shipped", 1, 2.5), run("shipped", 2, 9), run("shipped", 3, 4)))
                .figures();

        // then
        assertThat(figures).containsOnlyKeys("shipped");
        assertThat(figures.get("shipped"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("seed 1", "seed 2", "seed 3", "spread")
                .containsEntry("spread", Map.of("false_calls_per_bed_day", List.of(2.5, 4.0, 9.0)));
    }

    @Test
    void twoRuleSetsStandSideBySide() {
        // when
        String text = new WardRunReport(List.of(run("shipped", 1, 2.5), run("mine.yaml", 1, 4))).text();

        // then
        assertThat(text.lines().toList().get(0)).contains("shipped seed 1").contains("mine.yaml seed 1");
        assertThat(Arrays.asList(line(text, "false calls per bed day").split(" +")))
                .endsWith("2.5", "4.0");
        assertThat(line(text, "by rule: hr_high")).contains("3");
    }

    private static String line(String text, String holding) {
        return text.lines().filter(line -> line.contains(holding)).findFirst().orElseThrow();
    }

    private static WardRun run(String rules, long seed, double falseCalls) {
        return new WardRun(rules, seed, figures(falseCalls));
    }

    private static Map<String, Object> figures(double falseCalls) {
        return Map.of("false_calls_per_bed_day", falseCalls, "by_rule", Map.of("hr_high", 3));
    }
}
