package org.vigie.modelserver.serve;

import java.util.List;
import java.util.Map;

/** The counters in Prometheus' text format, version 0.0.4. */
final class Exposition {
    private final StringBuilder text = new StringBuilder();

    private Exposition() {}

    static String of(List<ServedModel> models, long unknown) {
        Exposition exposition = new Exposition();
        exposition.head("vigie_inference_unknown_model_total", "counter", "Requests for a model that is not served.");
        exposition.line("vigie_inference_unknown_model_total", "", unknown);
        exposition.head("vigie_inference_requests_total", "counter", "Requests by outcome.");
        models.forEach(exposition::requests);
        exposition.head("vigie_inference_duration_seconds", "histogram", "From request to answer, waiting included.");
        models.forEach(exposition::duration);
        exposition.head("vigie_inference_batches_total", "counter", "Batches computed.");
        models.forEach(model -> exposition.line(
                "vigie_inference_batches_total", labels(model), model.meter().batches()));
        exposition.head("vigie_inference_rows_total", "counter", "Windows computed.");
        models.forEach(model -> exposition.line(
                "vigie_inference_rows_total", labels(model), model.meter().rows()));
        exposition.head("vigie_inference_waiting", "gauge", "Requests in the queue.");
        models.forEach(model -> exposition.line("vigie_inference_waiting", labels(model), model.waiting()));
        return exposition.text.toString();
    }

    private void requests(ServedModel model) {
        for (Map.Entry<String, Long> outcome : model.meter().answers().entrySet()) {
            String labels = labels(model) + ",outcome=\"" + outcome.getKey() + "\"";
            line("vigie_inference_requests_total", labels, outcome.getValue());
        }
    }

    private void duration(ServedModel model) {
        long[] upTo = model.meter().latencyUpTo();
        for (int i = 0; i < upTo.length; i++) {
            String end = i < Meter.LATENCY_SECONDS.length ? Double.toString(Meter.LATENCY_SECONDS[i]) : "+Inf";
            line("vigie_inference_duration_seconds_bucket", labels(model) + ",le=\"" + end + "\"", upTo[i]);
        }
        line(
                "vigie_inference_duration_seconds_sum",
                labels(model),
                model.meter().seconds());
        line("vigie_inference_duration_seconds_count", labels(model), upTo[upTo.length - 1]);
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String labels, Number value) {
        text.append(name)
                .append(labels.isEmpty() ? "" : "{" + labels + "}")
                .append(' ')
                .append(value)
                .append('\n');
    }

    private static String labels(ServedModel model) {
        return "model=\"" + model.card().name() + "\",version=\"" + model.card().version() + "\",device=\""
                + model.device() + "\"";
    }
}
