package org.vigie.signal.alarm.detect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.earlywarning.EarlyWarningScore;

/** Writes the alarm texts for clinicians: {@code SpO2 84 % < 90 % depuis 12 s}. */
final class AlarmTextFormatter {
    private static final Map<String, String> UNITS =
            Map.of("mm[Hg]", " mmHg", "Cel", " °C", "/min", " /min", "%", " %");

    private AlarmTextFormatter() {}

    static String violatedFr(AlarmRuleKind kind, RuleInput input, double value, double limit, Duration since) {
        String label = input.labelFr();
        return switch (kind) {
            case TECHNICAL ->
                switch (input.variable()) {
                    case RuleInput.CLOCK -> label + " : écart de " + days((long) value, " j");
                    case RuleInput.UNMAPPED -> label + " : ";
                    default -> "Pas de signal " + label + " depuis " + time((long) value);
                };
            case TREND -> french(label + drift(input, value) + "/h par rapport à l'habitude du patient");
            case RISK -> label + " ≥ " + percent(value);
            default -> french(violated(input, label, value, limit)) + held(" depuis ", since);
        };
    }

    static String violatedEn(AlarmRuleKind kind, RuleInput input, double value, double limit, Duration since) {
        String label = input.labelEn();
        return switch (kind) {
            case TECHNICAL ->
                switch (input.variable()) {
                    case RuleInput.CLOCK -> label + ": off by " + days((long) value, " d");
                    case RuleInput.UNMAPPED -> label + ": ";
                    default -> "No " + label + " signal for " + time((long) value);
                };
            case TREND -> label + drift(input, value) + "/h against the patient's own baseline";
            case RISK -> label + " ≥ " + percent(value);
            default -> violated(input, label, value, limit) + held(" for ", since);
        };
    }

    static String clearedFr(AlarmRuleKind kind, RuleInput input, double value, Duration open) {
        String label = input.labelFr();
        return switch (kind) {
            case TECHNICAL ->
                input.variable().startsWith(RuleInput.SILENCE)
                        ? "Signal " + label + " revenu après " + time(open.toSeconds())
                        : label + " : terminé après " + time(open.toSeconds());
            case TREND, RISK -> label + " : terminé après " + time(open.toSeconds());
            default ->
                french(label + " " + amount(input, value)) + " : fin de l'alarme après " + time(open.toSeconds());
        };
    }

    static String clearedEn(AlarmRuleKind kind, RuleInput input, double value, Duration open) {
        String label = input.labelEn();
        return switch (kind) {
            case TECHNICAL ->
                input.variable().startsWith(RuleInput.SILENCE)
                        ? label + " signal back after " + time(open.toSeconds())
                        : label + ": over after " + time(open.toSeconds());
            case TREND, RISK -> label + ": over after " + time(open.toSeconds());
            default -> label + " " + amount(input, value) + ": alarm over after " + time(open.toSeconds());
        };
    }

    /** Rounds a drift to one decimal. */
    private static String drift(RuleInput input, double slope) {
        double rounded = Math.round(slope * 10) / 10.0;
        return (rounded < 0 ? " " : " +") + amount(input, rounded);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    static String nothingFr(Duration silence) {
        return "Plus aucune mesure depuis " + time(silence.toSeconds());
    }

    static String nothingEn(Duration silence) {
        return "No more measurements for " + time(silence.toSeconds());
    }

    static String backFr(Duration open) {
        return "Mesures revenues après " + time(open.toSeconds());
    }

    static String backEn(Duration open) {
        return "Measurements back after " + time(open.toSeconds());
    }

    static String unreadFr(Duration silence) {
        return "Surveillance interrompue : mesures en attente depuis " + time(silence.toSeconds());
    }

    static String unreadEn(Duration silence) {
        return "Monitoring interrupted: measurements waiting for " + time(silence.toSeconds());
    }

    static String readFr(Duration open) {
        return "Mesures en attente lues après " + time(open.toSeconds());
    }

    static String readEn(Duration open) {
        return "Waiting measurements read after " + time(open.toSeconds());
    }

    static String endedFr(Duration open) {
        return "Séjour terminé : fin de l'alarme après " + time(open.toSeconds());
    }

    static String endedEn(Duration open) {
        return "Stay ended: alarm over after " + time(open.toSeconds());
    }

    static String knownFr(Duration open) {
        return "Patient identifié, surveillé sous son séjour : fin de l'alarme provisoire après "
                + time(open.toSeconds());
    }

    static String knownEn(Duration open) {
        return "Patient known and watched under the real stay: provisional alarm over after " + time(open.toSeconds());
    }

    static String withdrawnFr(Duration open) {
        return "Mesure retirée par son émetteur : fin de l'alarme après " + time(open.toSeconds());
    }

    static String withdrawnEn(Duration open) {
        return "Measurement withdrawn by its sender: alarm over after " + time(open.toSeconds());
    }

    /** Returns the remarks about a score: its missing inputs, and that it saturates under ventilation. */
    static String caveatsFr(EarlyWarningScore warning) {
        String missing = warning.missing().isEmpty()
                ? ""
                : " ; incomplet (" + warning.low() + "-" + warning.high() + "), manque : "
                        + String.join(
                                ", ",
                                warning.missing().stream()
                                        .map(EarlyWarningScore.ScoreComponent::labelFr)
                                        .toList());
        return missing + (warning.ventilated() ? " ; ventilé : sans oxygène ni conscience" : "");
    }

    static String caveatsEn(EarlyWarningScore warning) {
        String missing = warning.missing().isEmpty()
                ? ""
                : "; incomplete (" + warning.low() + "-" + warning.high() + "), missing: "
                        + String.join(
                                ", ",
                                warning.missing().stream()
                                        .map(EarlyWarningScore.ScoreComponent::labelEn)
                                        .toList());
        return missing + (warning.ventilated() ? "; ventilated: without oxygen and consciousness" : "");
    }

    private static String violated(RuleInput input, String label, double value, double limit) {
        return label + " " + amount(input, value) + " " + input.side().sign() + " " + amount(input, limit);
    }

    /** Returns how long a violation has lasted; empty for an alarm without delay. */
    private static String held(String since, Duration duration) {
        return duration.toSeconds() == 0 ? "" : since + time(duration.toSeconds());
    }

    private static String amount(RuleInput input, double value) {
        String unit = VariableCatalogue.standard()
                .find(input.variable())
                .map(variable -> UNITS.getOrDefault(variable.unit(), " " + variable.unit()))
                .orElse("");
        return number(value) + unit;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Replaces the decimal point between two digits by a comma. */
    private static String french(String text) {
        return text.replaceAll("(\\d)\\.(\\d)", "$1,$2");
    }

    private static String days(long seconds, String unit) {
        long days = Duration.ofSeconds(seconds).toDays();
        return days < 2 ? time(seconds) : days + unit;
    }

    /** Writes a duration in the largest unit of which it contains at least one. */
    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
