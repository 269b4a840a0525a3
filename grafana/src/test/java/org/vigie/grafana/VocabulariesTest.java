package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a dashboard has words in both languages for every value that the store can hold. */
class VocabulariesTest {
    private static final String RULES =
            "stream-apps/signal/src/main/resources/org/vigie/signal/alarm/rules/adult-icu.yaml";

    private static final String INPUTS =
            "stream-apps/signal/src/main/java/org/vigie/signal/vitals/ScoredVitalSign.java";
    private static final Pattern INPUT = Pattern.compile("[A-Z0-9]+\\(\"(\\w+)\", \"([^\"]+)\", \"([^\"]+)\",");

    private final JsonNode vocabularies = new PanelModel(ShippedDashboards.GRAFANA.resolve("model")).vocabularies();

    @ParameterizedTest
    @CsvSource({
        "level, TriageLevelRecord",
        "priority, AlarmPriorityRecord",
        "state, AlertStateRecord",
        "verdict, CleaningOutcomeRecord",
        "kind, CellOriginRecord",
        "status, ScoreStatus",
        "feedback, AlarmFeedbackRecord",
        "reason, CleaningReasonRecord",
        "reason, QuarantineReason"
    })
    void everyValueOfARecordHasWords(String vocabulary, String record) throws Exception {
        // given
        JsonNode schema =
                new ObjectMapper().readTree(ShippedDashboards.page("schemas/src/main/avro/" + record + ".avsc"));

        // when
        Set<String> symbols = new HashSet<>();
        schema.get("symbols").forEach(symbol -> symbols.add(symbol.asText()));

        // then
        assertThat(symbols).isNotEmpty().isSubsetOf(words(vocabulary));
    }

    @Test
    void everyAlarmRuleHasWords() throws Exception {
        // given
        JsonNode rules =
                new YAMLMapper().readTree(ShippedDashboards.page(RULES)).get("rules");

        // when
        List<String> names = rules.findValuesAsText("name");

        // then
        assertThat(names).hasSizeGreaterThan(30).isSubsetOf(words("rule"));
    }

    @Test
    void theInputsOfAScoreHaveTheWordsOfTheScore() throws Exception {
        // given
        Matcher inputs = INPUT.matcher(ShippedDashboards.page(INPUTS));

        // when
        Set<String> expected = new HashSet<>(Set.of("oxygen oxygène oxygen"));
        inputs.results()
                .map(input -> input.group(1) + " " + input.group(2) + " " + input.group(3))
                .forEach(expected::add);

        // then
        Set<String> known = new HashSet<>();
        vocabularies
                .get("score_input")
                .properties()
                .forEach(word -> known.add(word.getKey() + " "
                        + word.getValue().get("fr").asText() + " "
                        + word.getValue().get("en").asText()));
        assertThat(known).hasSize(7).isEqualTo(expected);
    }

    @Test
    void noWordIsMissingInALanguageAndTheWordsOfVariablesAreThoseOfTheCatalogue() {
        for (var vocabulary : vocabularies.properties()) {
            for (var word : vocabulary.getValue().properties()) {
                for (DashboardLanguage language : DashboardLanguage.values()) {
                    assertThat(language.of(word.getValue())).as(word.getKey()).isNotBlank();
                }
            }
        }
        assertThat(vocabularies.at("/variable/map/fr").isMissingNode()).isTrue();
        assertThat(vocabularies.at("/variable/abp_mean/fr").asText()).startsWith("Pression artérielle moyenne");
    }

    private Set<String> words(String vocabulary) {
        Set<String> words = new HashSet<>();
        vocabularies.get(vocabulary).fieldNames().forEachRemaining(words::add);
        return words;
    }
}
