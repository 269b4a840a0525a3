package org.vigie.bench.page;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.MeasurementSummary;

/**
 * Measures the running station and its pages.
 *
 * @param browser page in Chromium
 * @param readers further pages, which read the event stream alone; the first one notes delays
 */
record PageMeasurement(int beds, StationProcess station, ChromiumPage browser, List<StreamReaderPage> readers) {
    private static final double NANOS = 1e9;

    BenchReport measure(Duration length) throws Exception {
        readers.forEach(StreamReaderPage::begin);
        browser.begin();
        Map<String, Double> workBefore = browser.work();
        Duration before = station.processorTime();
        long from = System.nanoTime();
        Thread.sleep(length.toMillis());
        double seconds = (System.nanoTime() - from) / NANOS;
        double processor = station.processorTime().minus(before).toNanos() / NANOS;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", beds);
        figures.put("pages", readers.size() + 1);
        figures.put("published_to_paint_ms", MeasurementSummary.of(browser.paintDelaysMs()));
        addStream(figures, seconds);
        figures.put("station_processor_share", rounded(processor / seconds));
        figures.put("page_seconds_per_second", perSecond(workBefore, browser.work(), seconds));
        return new BenchReport("page", BenchMachine.here(), List.of(), figures);
    }

    private void addStream(Map<String, Object> figures, double seconds) {
        if (!readers.isEmpty()) {
            figures.put(
                    "published_to_stream_ms",
                    MeasurementSummary.of(readers.get(0).delaysMs()));
            figures.put("bytes_per_second_and_page", Math.round(average(StreamReaderPage::bytes) / seconds));
            figures.put("bed_events_per_second_and_page", rounded(average(StreamReaderPage::beds) / seconds));
        }
    }

    private double average(ToLongFunction<StreamReaderPage> what) {
        return readers.stream().mapToLong(what).average().orElse(0);
    }

    private static Map<String, Double> perSecond(
            Map<String, Double> before, Map<String, Double> after, double seconds) {
        Map<String, Double> rates = new TreeMap<>();
        after.forEach((name, total) -> rates.put(name, rounded((total - before.getOrDefault(name, 0.0)) / seconds)));
        return rates;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
