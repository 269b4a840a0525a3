package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.passport.ResultVerification;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.passport.VerifiedKind;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.WardReader;
import org.vigie.station.ward.WardView;

/** Lets the score of a bed, or an alarm, be computed again from its recorded inputs: one at a time, for a minute at most. */
final class VerificationHandler {
    private static final long LONGEST_S = 60;

    private final WardView ward;
    private final Optional<ResultVerifier> verifier;
    private final Clock time;
    private final SnapshotJson json;
    private final Semaphore free = new Semaphore(1);

    VerificationHandler(ServedWard served, Clock time, SnapshotJson json) {
        this.ward = served.ward();
        this.verifier = served.verifier();
        this.time = time;
        this.json = json;
    }

    /** Answers {@code GET /api/beds/{bed}/verification}. */
    void score(Context request) {
        String bed = request.pathParam("bed");
        String score = ward.scoreOn(bed, time.instant())
                .orElseThrow(() -> new NotFoundResponse("bed: nobody with a score lies on it"));
        ResultVerification answer = verify(VerifiedKind.SCORE, score);
        answer(request, showsScore(bed, RequestPrincipal.of(request).reader()) ? answer : answer.withoutValues());
    }

    /** Answers {@code GET /api/alerts/{alert}/verification}, for an alarm that the page lists. */
    void alert(Context request) {
        String alert = request.pathParam("alert");
        var scope = RequestPrincipal.of(request).scope();
        String listed = ward.alerts(time.instant()).stream()
                .filter(each -> each.alert().equals(alert) && scope.coversBed(each.bed()))
                .findFirst()
                .map(AlertSnapshot::alert)
                .orElseThrow(() -> new NotFoundResponse("alert: the page lists no such alarm"));
        answer(request, verify(VerifiedKind.ALERT, listed));
    }

    /** A score that is held back from the reader must not stand in a difference. */
    private boolean showsScore(String bed, WardReader reader) {
        return ward.snapshot(time.instant()).seenBy(reader).beds().stream()
                .filter(each -> each.bed().equals(bed))
                .map(BedSnapshot::risk)
                .anyMatch(risk -> risk != null && risk.probability() != null);
    }

    private ResultVerification verify(VerifiedKind kind, String id) {
        return verifier.map(each -> verify(each, kind, id))
                .orElseGet(
                        () -> ResultVerification.unknown(kind, id, "this station cannot compute it; the command can"));
    }

    private ResultVerification verify(ResultVerifier with, VerifiedKind kind, String id) {
        if (!free.tryAcquire()) {
            throw new ServiceUnavailableResponse(
                    "verification: another result is being computed; ask again in a minute");
        }
        try {
            return CompletableFuture.supplyAsync(() -> computed(with, kind, id))
                    .orTimeout(LONGEST_S, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            return ResultVerification.unknown(kind, id, why(e));
        }
    }

    /** Computes a result. The next one is admitted when it has ended, also when nobody waits for it any more. */
    private ResultVerification computed(ResultVerifier with, VerifiedKind kind, String id) {
        try {
            return with.verify(kind, id);
        } finally {
            free.release();
        }
    }

    private static String why(CompletionException failure) {
        return failure.getCause() instanceof TimeoutException
                ? "it was not computed within " + LONGEST_S + " s; the command has no such limit"
                : String.valueOf(failure.getCause());
    }

    private void answer(Context request, ResultVerification verification) {
        request.contentType(JsonBody.CONTENT_TYPE).result(json.write(verification));
    }
}
