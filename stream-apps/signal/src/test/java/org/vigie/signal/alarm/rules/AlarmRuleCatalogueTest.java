package org.vigie.signal.alarm.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.incident.IncidentCallPolicy;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.OrganSystem;

/** Tests the shipped rules and the messages for invalid rule files. */
class AlarmRuleCatalogueTest {
    private static final List<String> GOOD = """
        version: t-1
        source: nobody
        rules:
          - name: hr_low
            kind: LIMIT
            sources:
              - variable: hr
                device: ecg
                label: {fr: FC, en: HR}
                side: BELOW
                band: 2
                clear: PT10S
                steps:
                  - {limit: 50, priority: MEDIUM, hold: PT5S}
                  - {limit: 40, priority: HIGH, hold: PT0S}
        profiles:
          - name: all
            units: []
            limits: []
            latching: [HIGH]
            maxPause: PT2M
            maxShelf: PT1H
            escalation:
              HIGH: [{after: PT1M, to: physician}]
            rights:
              nurse: [ACKNOWLEDGE]
          - name: step-down
            units: [USC]
            limits:
              - {rule: hr_low, variable: hr, priority: MEDIUM, limit: 45}
            latching: []
            maxPause: PT1M
            maxShelf: PT1H
            escalation: {}
            rights: {}
        """.lines().toList();

    @Test
    void aUnitHasItsOwnLimitsAndEveryOtherTheFirstProfiles() {
        // when
        AlarmRuleCatalogue book = read(GOOD);

        // then
        assertThat(book.at("USC/01").profile()).isEqualTo("step-down");
        assertThat(mildest(book.at("USC/01").rules()))
                .isEqualTo(new RuleInput.LimitStep(
                        45, AlarmPriority.MEDIUM, Duration.ofSeconds(5), RuleInput.LimitStep.UNIT));
        assertThat(mildest(book.at("REA/01").rules()).limit()).isEqualTo(50);
        assertThat(book.at("REA/01").policy().maxPause()).hasMinutes(2);
    }

    @Test
    void theShippedRuleSetCanBeRead() {
        assertThat(AlarmRuleCatalogue.adultIcu().version()).isEqualTo("adult-icu-4");
        assertThat(AlarmRuleCatalogue.adultIcu().standard().units()).isEmpty();
    }

    @Test
    void aProfileWhoseRulesWatchNoLowMeanPressureIsNamed() {
        assertThat(AlarmRuleCatalogue.adultIcu().profilesWithoutLowMean()).isEmpty();
        assertThat(read(GOOD).profilesWithoutLowMean()).contains("step-down").hasSize(2);
    }

    @Test
    void theLineThatIsWrongIsNamed() {
        assertThat(refusal("variable: hr", "variable: pulsometer"))
                .isEqualTo("t.yaml:7: variable: must be a variable that a LIMIT rule can watch, was 'pulsometer'");
        assertThat(refusal("{limit: 50", "{limit: fifty")).isEqualTo("t.yaml:14: limit: must be a number, was 'fifty'");
        assertThat(refusal("hold: PT5S", "hold: 5 s"))
                .isEqualTo("t.yaml:14: hold: must be a duration such as PT15S, was '5 s'");
        assertThat(refusal("side: BELOW", "side: UNDER"))
                .isEqualTo("t.yaml:10: side: must be one of [BELOW, ABOVE, AT_LEAST], was 'UNDER'");
        assertThat(refusal("    band: 2", "    width: 2"))
                .startsWith("t.yaml:11: unknown key 'width', expected one of ");
        assertThat(refusal("  maxPause: PT2M", "  maxPause: PT0S"))
                .isEqualTo("t.yaml:21: maxPause: must be longer than nothing, was 'PT0S'");
        assertThat(refusal("rule: hr_low", "rule: hr_lower"))
                .isEqualTo("t.yaml:30: rule: must be the name of a LIMIT rule, was 'hr_lower'");
        assertThat(refusal("nurse: [ACKNOWLEDGE]", "nurse: [SHOUT]")).startsWith("t.yaml:26: nurse: must be one of ");
        assertThat(refusal("source: nobody", "sauce: nobody")).startsWith("t.yaml:2: unknown key 'sauce'");
        assertThat(refusal("units: [USC]", "units: [USC")).startsWith("t.yaml:");
        assertThatThrownBy(() -> AlarmRuleCatalogue.of("t.yaml", ""))
                .hasMessage("t.yaml:1: must hold a rule set, was empty");
    }

    @Test
    void everyRuleAboutThePatientInTheShippedFileHasAnOrganSystem() {
        // given
        UnitRules shipped = AlarmRuleCatalogue.adultIcu().standard();

        // when
        Stream<String> without = shipped.rules().rules().stream()
                .filter(rule -> rule.kind().isOfThePatient())
                .map(AlarmRule::name)
                .filter(rule -> shipped.policy().incidents().organSystem(rule) == OrganSystem.OTHER);

        // then
        assertThat(without).isEmpty();
    }

    @Test
    void aFileSaysHowIncidentsCallAndAFileWithoutTheKeysHasTheStandard() {
        // given
        String keys =
                "    incidents: {window: PT10M, callsFrom: MEDIUM, renewal: PT3M, unanswered: PT20M, scoreBands: [6], scoreHold: PT1M,"
                        + " timeZone: UTC}";
        String table = "organSystems:\n  CIRCULATION: [hr_low]\nprofiles:";
        List<String> lines = Stream.concat(GOOD.stream(), Stream.of(keys)).toList();

        // when
        AlarmRuleCatalogue read =
                AlarmRuleCatalogue.of("t.yaml", String.join("\n", lines).replace("profiles:", table));

        // then
        assertThat(read.at("USC/01").policy().incidents())
                .isEqualTo(new IncidentPolicy(
                        Duration.ofMinutes(10),
                        new IncidentCallPolicy(AlarmPriority.MEDIUM, Duration.ofMinutes(3), Duration.ofMinutes(20)),
                        List.of(6),
                        Duration.ofMinutes(1),
                        ZoneId.of("UTC"),
                        Map.of("hr_low", OrganSystem.CIRCULATION)));
        assertThat(read(GOOD).standard().policy().incidents()).isEqualTo(IncidentPolicy.STANDARD);
    }

    @Test
    void aWrongKeyOfIncidentsIsNamed() {
        // given
        String end = "rights: {}";

        // when
        String renewal = refusal(end, end + "\n    incidents: {renewal: PT0S}");
        String bands = refusal(end, end + "\n    incidents: {scoreBands: [7, 5]}");
        String zone = refusal(end, end + "\n    incidents: {timeZone: Paris}");
        String lowest = refusal(end, end + "\n    incidents: {callsFrom: HIGH}");
        String unanswered = refusal(end, end + "\n    incidents: {renewal: PT10M, unanswered: PT5M}");
        String rule = refusal("profiles:", "organSystems: {CIRCULATION: [pulse]}\nprofiles:");
        String system = refusal("profiles:", "organSystems: {KIDNEYS: [hr_low]}\nprofiles:");

        // then
        assertThat(renewal).isEqualTo("t.yaml:36: renewal: must be longer than nothing, was 'PT0S'");
        assertThat(bands).endsWith("must be a whole number of points above the band before, was '5'");
        assertThat(zone).endsWith("timeZone: must be a time zone such as Europe/Paris, was 'Paris'");
        assertThat(lowest).endsWith("LOW or MEDIUM: an alarm of medium priority always calls, was 'HIGH'");
        assertThat(unanswered).endsWith("unanswered: must be at least as long as renewal, PT10M, was 'PT5M'");
        assertThat(rule).endsWith("must be the name of a LIMIT, TREND or SCORE rule, was 'pulse'");
        assertThat(system).contains("t.yaml:16: organSystems: 'KIDNEYS' must be one of [CIRCULATION, ");
    }

    @Test
    void stepsMustGrowMoreUrgentAndLieFurtherOut() {
        assertThat(refusal("{limit: 40", "{limit: 55"))
                .isEqualTo("t.yaml:14: steps: each further step must be more urgent and lie further out");
        assertThat(refusal("limit: 45", "limit: 38"))
                .isEqualTo("t.yaml:30: limit: must be between the limits of the other steps, was '38'");
    }

    @Test
    void asystoleAndApnoeaMayNotBeDelayed() {
        assertThat(refusal("hold: PT0S", "hold: PT3S"))
                .isEqualTo("t.yaml:15: hold: must be PT0S: asystole and apnoea wait for nothing, was 'PT3S'");
    }

    @Test
    void aPatientsLimitStandsInForTheUnitsButNotForThatOfAsystole() {
        // when
        AlarmRuleSet rules = read(GOOD).standard().rules();

        // then
        assertThat(rules.hasRoomFor(limit("hr", AlarmPriority.MEDIUM, 44))).isTrue();
        assertThat(mildest(rules.with(List.of(limit("hr", AlarmPriority.MEDIUM, 44))))
                        .setBy())
                .isEqualTo("dr-1");
        assertThat(rules.hasRoomFor(limit("hr", AlarmPriority.MEDIUM, 39))).isFalse();
        assertThat(rules.hasRoomFor(limit("hr", AlarmPriority.HIGH, 30))).isFalse();
        assertThat(rules.hasRoomFor(limit("spo2", AlarmPriority.MEDIUM, 88))).isFalse();
        assertThat(rules.hasRoomFor(limit("hr", AlarmPriority.MEDIUM, -1000))).isFalse();
    }

    private static PatientLimit limit(String variable, AlarmPriority priority, double limit) {
        return new PatientLimit(variable, LimitSide.BELOW, priority, limit, "dr-1", Instant.MAX);
    }

    private static RuleInput.LimitStep mildest(AlarmRuleSet rules) {
        return rules.rule("hr_low").sources().get(0).steps().get(0);
    }

    private static String refusal(String good, String bad) {
        String text = String.join("\n", GOOD);
        assertThat(text).contains(good);
        try {
            AlarmRuleCatalogue.of("t.yaml", text.replaceFirst(Pattern.quote(good), bad));
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        throw new AssertionError("was not refused: " + bad);
    }

    private static AlarmRuleCatalogue read(List<String> lines) {
        return AlarmRuleCatalogue.of("t.yaml", String.join("\n", lines));
    }
}
