package org.vigie.store;

import static org.vigie.store.StoreException.StoreErrorCode.STATEMENT_REFUSED;
import static org.vigie.store.StoreException.StoreErrorCode.UNREACHABLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.platform.http.WholeAnswerClient;

/** Runs SQL on QuestDB through its REST interface ({@code /exec}). Safe for several threads. */
public final class StoreQuery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAUTHORIZED = 401;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    private final String url;
    private final String authorization;
    private final WholeAnswerClient http;

    /**
     * @param url base address, as {@link EmbeddedStore#httpUrl()}
     * @throws StoreException when the account's password cannot be read
     */
    public StoreQuery(String url, StoreAccount account) {
        this(
                url,
                account.authorization(),
                new WholeAnswerClient(
                        HttpClient.newBuilder()
                                .connectTimeout(Duration.ofSeconds(5))
                                .build(),
                        REQUEST_TIMEOUT));
    }

    private StoreQuery(String url, String authorization, WholeAnswerClient http) {
        this.url = url;
        this.authorization = authorization;
        this.http = http;
    }

    /** Returns a query whose statements may each take so long, as one that copies a table. */
    public StoreQuery withTimeout(Duration longest) {
        return new StoreQuery(url, authorization, new WholeAnswerClient(http.client(), longest));
    }

    /**
     * Returns each row as a map of column to value (text, number or boolean; timestamps as ISO text), in the order of the columns. A column
     * that is null in the row is absent from its map. A statement without an answer gives no rows.
     *
     * @throws StoreException when the store refuses the statement or does not answer
     */
    public List<Map<String, Object>> execute(String sql) {
        return rows(ask(sql));
    }

    /** Returns the number in the only cell of the answer, as of {@code SELECT count() FROM readings}. */
    public long number(String sql) {
        Map<String, Object> row = execute(sql).get(0);
        return ((Number) row.values().iterator().next()).longValue();
    }

    private JsonNode ask(String sql) {
        try {
            HttpResponse<String> response = http.send(request(sql), BodyHandlers.ofString());
            if (response.statusCode() == UNAUTHORIZED) {
                throw new StoreException(STATEMENT_REFUSED, "The store at " + url + " does not know this password.");
            }
            return answer(response.body(), sql);
        } catch (IOException e) {
            throw new StoreException(UNREACHABLE, "The store at " + url + " does not answer: is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(UNREACHABLE, "Interrupted while the store at " + url + " was asked.", e);
        }
    }

    private HttpRequest request(String sql) {
        var address = URI.create(url + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Statement-Timeout", Long.toString(http.timeout().toMillis()))
                .build();
    }

    private static JsonNode answer(String body, String sql) throws IOException {
        JsonNode answer = JSON.readTree(body);
        if (answer.has("error")) {
            throw new StoreException(STATEMENT_REFUSED, answer.get("error").asText() + ", in: " + sql);
        }
        return answer;
    }

    private static List<Map<String, Object>> rows(JsonNode answer) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode cells : answer.path("dataset")) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                put(row, answer.get("columns").get(column).get("name").asText(), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void put(Map<String, Object> row, String column, JsonNode cell) {
        if (cell.isNumber()) {
            row.put(column, cell.numberValue());
        } else if (cell.isBoolean()) {
            row.put(column, cell.booleanValue());
        } else if (!cell.isNull()) {
            row.put(column, cell.asText());
        }
    }
}
