package org.vigie.store;

import io.questdb.cutlass.http.HttpConnectionContext;
import io.questdb.cutlass.http.HttpCookieHandler;
import io.questdb.cutlass.http.HttpRequestHeader;
import io.questdb.cutlass.http.processors.RejectProcessorImpl;
import io.questdb.std.str.DirectUtf8Sequence;
import io.questdb.std.str.Utf8String;
import io.questdb.std.str.Utf8s;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.RequestHead;

/**
 * Applies the request guard to every HTTP request to QuestDB. QuestDB passes each request to its cookie handler first, and the handler
 * may refuse it. There are no sessions and no cookies.
 */
final class StoreRequestGuard implements HttpCookieHandler {
    private final RequestGuard guard = RequestGuard.loopback();
    private final IntSupplier port;

    StoreRequestGuard(IntSupplier port) {
        this.port = port;
    }

    @Override
    public boolean parseCookies(HttpConnectionContext context) {
        Optional<RefusedRequest> refusal = guard.refusal(head(context.getRequestHeader()));
        refusal.ifPresent(refused -> context.getRejectProcessor().reject(refused.status(), refused.reason()));
        return refusal.isEmpty();
    }

    private RequestHead head(HttpRequestHeader request) {
        String[] line = text(request.getMethodLine()).split(" ", 3);
        return new RequestHead(
                text(request.getMethod()),
                line.length > 1 ? line[1] : "",
                port.getAsInt(),
                name -> all(request.getHeader(new Utf8String(name))));
    }

    private static List<String> all(DirectUtf8Sequence value) {
        return value == null ? List.of() : List.of(text(value));
    }

    private static String text(DirectUtf8Sequence value) {
        return value == null ? "" : Utf8s.toString(value);
    }

    /** Says why a request is refused, without asking for a password first. */
    static final class UnauthenticatedRejection extends RejectProcessorImpl {
        UnauthenticatedRejection(HttpConnectionContext context) {
            super(context);
        }

        @Override
        public boolean requiresAuthentication() {
            return !isRequestBeingRejected();
        }
    }
}
