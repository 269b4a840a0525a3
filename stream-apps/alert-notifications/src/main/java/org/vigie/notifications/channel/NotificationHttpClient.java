package org.vigie.notifications.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.platform.http.WholeAnswerClient;
import org.vigie.schemas.tls.ClientTlsConfig;

/** Sends a request. Its exceptions distinguish failures for which another try may help. */
final class NotificationHttpClient {
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    /** Answers of a receiver that takes no alarm at the moment. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429, 502, 503, 504);

    /** Answers that refuse the content of a request: the same alarm is never accepted. */
    private static final Set<Integer> CONTENT = Set.of(400, 406, 409, 411, 413, 414, 415, 417, 422, 428, 431);

    /** Answers of a receiver that was moved. After another redirect (302, 303) the receiver may have taken the request. */
    private static final Set<Integer> MOVED = Set.of(301, 307, 308);

    private final WholeAnswerClient client;

    /** @param tls whom the client trusts over https */
    NotificationHttpClient(ClientTlsConfig tls) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        tls.context().ifPresent(builder::sslContext);
        client = new WholeAnswerClient(builder.build(), REQUEST_TIMEOUT);
    }

    void send(HttpRequest request) throws DeliveryFailedException, DeliveryRefusedException {
        check(request, answer(request).statusCode());
    }

    /**
     * Sends a call and returns a header of the answer; empty when the answer does not have it. An answer that refuses the sender or the address,
     * and not the content, is a failure: a token is renewed, and a receiver that was moved comes back.
     */
    String sendCall(HttpRequest request, String header) throws DeliveryFailedException, DeliveryRefusedException {
        HttpResponse<Void> answer = answer(request);
        if (refusesSender(answer.statusCode())) {
            throw DeliveryFailedException.ofSender(text(request, answer.statusCode()));
        }
        check(request, answer.statusCode());
        return answer.headers().firstValue(header).orElse("");
    }

    private static boolean refusesSender(int status) {
        return MOVED.contains(status)
                || (status >= 400 && status < 500 && !LATER.contains(status) && !CONTENT.contains(status));
    }

    private static String text(HttpRequest request, int status) {
        return request.uri().getHost() + " answers " + status;
    }

    private static void check(HttpRequest request, int status)
            throws DeliveryFailedException, DeliveryRefusedException {
        String answer = text(request, status);
        if (LATER.contains(status)) {
            throw new DeliveryFailedException(answer);
        }
        if (status >= 500) {
            throw DeliveryFailedException.answered(answer, null);
        }
        if (status >= 300) {
            throw new DeliveryRefusedException(answer);
        }
    }

    private HttpResponse<Void> answer(HttpRequest request) throws DeliveryFailedException {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new DeliveryFailedException(request.uri().getHost() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("interrupted", e);
        }
    }
}
