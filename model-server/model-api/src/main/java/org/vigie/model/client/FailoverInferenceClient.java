package org.vigie.model.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;

/**
 * Calls one of several equal model servers. After a failure of the server the next requests go to the next server, in a circle. It does not repeat the failed request; the caller decides that.
 */
final class FailoverInferenceClient implements InferenceClient {
    private static final Set<ScorerErrorCode> OF_SERVER =
            EnumSet.of(ScorerErrorCode.MODEL_UNAVAILABLE, ScorerErrorCode.TIMEOUT, ScorerErrorCode.OVERLOADED);

    private final List<InferenceClient> servers;
    private final AtomicInteger chosen = new AtomicInteger();

    /** @param servers at least one; this client closes them */
    FailoverInferenceClient(List<InferenceClient> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public CompletionStage<InferResponse> infer(InferRequest request) {
        int place = chosen.get();
        return servers.get(place).infer(request).whenComplete((answer, failure) -> leaveWhenFailed(place, failure));
    }

    /** Several requests may fail at the same time: the first one moves on, the others find that it has moved. */
    private void leaveWhenFailed(int place, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ScorerException refusal && OF_SERVER.contains(refusal.code())) {
            chosen.compareAndSet(place, (place + 1) % servers.size());
        }
    }

    @Override
    public void close() {
        servers.forEach(InferenceClient::close);
    }
}
