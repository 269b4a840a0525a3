package org.vigie.local;

import java.util.List;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicUnavailableException;
import org.vigie.replay.passport.AlertPassport;
import org.vigie.replay.passport.PassportAnswer;
import org.vigie.replay.passport.PassportVerification;
import org.vigie.replay.passport.ScorePassport;
import org.vigie.station.passport.ResultVerification;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.passport.VerifiedKind;

/**
 * Computes results again for the page, as {@code ./vigie verify} does. The station does not know the replay; a process that has both
 * gives it this.
 *
 * @param models model server that computes scores
 * @param alerts rules and watch of alert-streams
 */
public record PassportResultVerifier(
        KafkaConnectionConfig kafka, InferenceClientConfig models, AlertStreamsConfig alerts)
        implements ResultVerifier {
    /** Returns a verifier with the default model server and the published or shipped rules. */
    public static ResultVerifier of(KafkaConnectionConfig kafka) {
        return new PassportResultVerifier(kafka, InferenceClientConfig.defaults(), AlertStreamsConfig.defaults());
    }

    @Override
    public ResultVerification verify(VerifiedKind kind, String id) {
        try {
            return answers(kind, id).stream()
                    .reduce((older, newer) -> newer)
                    .map(answer -> verification(kind, answer))
                    .orElseGet(() -> ResultVerification.unknown(kind, id, "the topics hold no such record"));
        } catch (IllegalArgumentException | TopicUnavailableException e) {
            return ResultVerification.unknown(kind, id, e.getMessage());
        }
    }

    private List<PassportAnswer> answers(VerifiedKind kind, String id) {
        // The station has recorded the request with the person who made it.
        var verification = new PassportVerification(kafka, (stay, bed) -> {});
        return switch (kind) {
            case SCORE ->
                verification.scores(id, new ScorePassport(ScorePassport.ofServer(models), ScorePassport.TOLERANCE));
            case ALERT -> verification.alerts(id, alerts, AlertPassport.HISTORY);
        };
    }

    private static ResultVerification verification(VerifiedKind kind, PassportAnswer answer) {
        return new ResultVerification(
                answer.id(),
                answer.outcome().name(),
                answer.computedBy(),
                answer.inputs(),
                answer.reason().orElse(null),
                kind.command(answer.id()));
    }
}
