package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that no clinical dashboard shows a number of a score: the station decides which reader may see it, and Grafana does not know its
 * reader. The dashboard of the models shows means over the ward.
 */
class ScoreNumbersTest {
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(probability|low|high|survival_\\w+|los_days|contributions|log_odds|risk|reasons_fr|reasons_en)\\b");
    private static final Pattern ALARM_TEXT = Pattern.compile("\\bmessage_(fr|en)\\b");
    private static final Pattern MOVEMENTS = Pattern.compile("\\b(standing|bed)_movements\\b");

    static List<PanelQuery> queries() {
        return Arrays.stream(DashboardStore.values())
                .flatMap(store -> PanelQuery.of(store).stream())
                .filter(query -> !query.place().contains("models.json"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noQueryReadsANumberOfAScore(PanelQuery query) {
        assertThat(tellsANumber(query.text())).as(query.text()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noListOfAlarmsHasThoseOfAPredictedRisk(PanelQuery query) {
        assertThat(!tellsAlarms(query) || query.text().contains("kind != 'PREDICTED'"))
                .as(query.text())
                .isTrue();
    }

    @Test
    void noListOfAlarmsHasAnOwnEstimate() {
        assertThat(queries())
                .filteredOn(ScoreNumbersTest::tellsAlarms)
                .isNotEmpty()
                .allMatch(query -> query.text().contains("state != 'ESTIMATE_RECORDED'")
                        || query.text().contains("state = 'RAISED'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT time, probability FROM scores",
                "SELECT survival_7d FROM scores",
                "SELECT variable FROM contributions",
                "SELECT risk FROM triage"
            })
    void aQueryThatReadsANumberOfAScoreIsFound(String text) {
        assertThat(tellsANumber(text)).isTrue();
    }

    private static boolean tellsAlarms(PanelQuery query) {
        return ALARM_TEXT.matcher(query.text()).find()
                && !MOVEMENTS.matcher(query.text()).find();
    }

    private static boolean tellsANumber(String text) {
        return NUMBER.matcher(text).find();
    }
}
