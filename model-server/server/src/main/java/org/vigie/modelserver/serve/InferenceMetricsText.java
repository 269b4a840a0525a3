package org.vigie.modelserver.serve;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes the metrics of all models in the text format of Prometheus, version 0.0.4. */
final class InferenceMetricsText {
    private final StringBuilder text = new StringBuilder();

    private InferenceMetricsText() {}

    static String of(List<ServedModel> models, long unknown) {
        InferenceMetricsText inferenceMetricsText = new InferenceMetricsText();
        inferenceMetricsText.head(
                "vigie_inference_unknown_model_total", "counter", "Requests for a model that is not served.");
        inferenceMetricsText.line("vigie_inference_unknown_model_total", "", unknown);
        inferenceMetricsText.head("vigie_inference_requests_total", "counter", "Requests by outcome.");
        models.forEach(inferenceMetricsText::requests);
        inferenceMetricsText.histograms(
                "vigie_inference_duration_seconds",
                "From request to answer, waiting included.",
                models,
                InferenceMetrics::latency);
        inferenceMetricsText.histograms(
                "vigie_inference_queue_seconds",
                "From request to the start of its batch.",
                models,
                InferenceMetrics::queue);
        inferenceMetricsText.histograms(
                "vigie_inference_batch_rows", "Windows computed at once.", models, InferenceMetrics::batchRows);
        inferenceMetricsText.head("vigie_inference_waiting", "gauge", "Requests in the queue.");
        models.forEach(model -> inferenceMetricsText.line("vigie_inference_waiting", labels(model), model.waiting()));
        return inferenceMetricsText.text.toString();
    }

    private void requests(ServedModel model) {
        for (Map.Entry<String, Long> outcome : model.meter().answers().entrySet()) {
            String labels = labels(model) + ",outcome=\"" + outcome.getKey() + "\"";
            line("vigie_inference_requests_total", labels, outcome.getValue());
        }
    }

    private void histograms(
            String name, String help, List<ServedModel> models, Function<InferenceMetrics, BucketHistogram> histogram) {
        head(name, "histogram", help);
        models.forEach(model -> histogram(name, labels(model), histogram.apply(model.meter())));
    }

    private void histogram(String name, String labels, BucketHistogram histogram) {
        double[] ends = histogram.upperEnds();
        long[] upTo = histogram.upTo();
        for (int i = 0; i < upTo.length; i++) {
            String end = i < ends.length ? Double.toString(ends[i]) : "+Inf";
            line(name + "_bucket", labels + ",le=\"" + end + "\"", upTo[i]);
        }
        line(name + "_sum", labels, histogram.sum());
        line(name + "_count", labels, upTo[upTo.length - 1]);
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
