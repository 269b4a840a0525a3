package org.vigie.replay.compare;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;

/** Names the cause of a difference: other rules, another model, or an earlier difference of the same stay. */
final class DifferenceCause {
    private static final String UNKNOWN =
            "unknown; records that the ward had before the warm-up, a level that was unknown while the ward was late,"
                    + " or the order of a command and a reading";

    private final Set<String> differing = new HashSet<>();

    /** Records that a stay has a difference of one kind. */
    void take(String kind, String stay) {
        differing.add(kind + " " + stay);
    }

    /** Returns the cause of a difference between two records with one key. */
    String of(String kind, String stay, SpecificRecord ward, SpecificRecord replay) {
        if (ward instanceof Alert one && replay instanceof Alert other) {
            return versions("rule version", one.getRuleVersion(), other.getRuleVersion(), kind, stay);
        }
        if (ward instanceof TriageAssessmentRecord one && replay instanceof TriageAssessmentRecord other) {
            return versions("rule version", one.getRuleVersion(), other.getRuleVersion(), kind, stay);
        }
        if (ward instanceof RiskScore one && replay instanceof RiskScore other) {
            return versions("model version", model(one), model(other), kind, stay);
        }
        return earlier(kind, stay);
    }

    /** Returns the cause of a record that only one side has. */
    String ofMissing(String kind, String stay, SpecificRecord present) {
        boolean isOfNoModel = present instanceof RiskScore score && score.getStatus() == ScoreStatus.UNAVAILABLE;
        return isOfNoModel ? "no model answered then" : earlier(kind, stay);
    }

    private String versions(String name, String ward, String replay, String kind, String stay) {
        return Objects.equals(ward, replay)
                ? earlier(kind, stay)
                : "%s: ward %s, replay %s".formatted(name, ward, replay);
    }

    private static String model(RiskScore score) {
        return score.getModel() + " " + score.getModelVersion() + " " + score.getModelDigest();
    }

    private String earlier(String kind, String stay) {
        return switch (kind) {
            case "windows" -> otherwise("verdicts", stay, UNKNOWN);
            case "scores" -> otherwise("windows", stay, UNKNOWN);
            case "alerts", "triage" -> otherwise("verdicts", stay, otherwise("scores", stay, UNKNOWN));
            default -> UNKNOWN;
        };
    }

    private String otherwise(String input, String stay, String otherwise) {
        return differing.contains(input + " " + stay) ? "the " + input + " of the stay differ" : otherwise;
    }
}
