package org.vigie.recordings.wfdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.signal.SampledSignal;

/**
 * Describes one line of a WFDB header that describes a signal.
 *
 * @param file the file that holds its samples
 * @param layout how the samples lie in the file
 * @param calibration how a digital value becomes a physical value
 * @param name the description; {@code signal 3} when there is none
 */
record WfdbSignalLine(String file, WfdbSampleLayout layout, WfdbCalibration calibration, String name) {
    private static final int MOST_WORDS = 9;
    private static final Pattern FORMAT =
            Pattern.compile("(\\d{1,4})(?:x(\\d{1,4}))?(?::(\\d{1,9}))?(?:\\+(\\d{1,9}))?");

    /**
     * Lists how the samples of a signal lie in its file.
     *
     * @param format 16, 80 or 212
     * @param perFrame samples per frame; more than one for a signal that is faster than the frames
     * @param offset bytes before the first sample
     */
    record WfdbSampleLayout(int format, int perFrame, long offset) {
        private static WfdbSampleLayout of(Matcher match) {
            return new WfdbSampleLayout(
                    Integer.parseInt(match.group(1)),
                    match.group(2) == null ? 1 : Math.max(1, Integer.parseInt(match.group(2))),
                    match.group(4) == null ? 0 : Long.parseLong(match.group(4)));
        }
    }

    /**
     * Parses the line. A wrong calibration concerns this signal only.
     *
     * @param number the place of the signal in the record, from 0
     * @throws MalformedRecordingFile when it has no file name or no format: its neighbours cannot be read then
     */
    static WfdbSignalLine parse(String file, String line, int number) throws MalformedRecordingFile {
        String[] words = line.split("\\s+", MOST_WORDS);
        Matcher format = FORMAT.matcher(word(words, 1));
        if (!format.matches()) {
            throw new MalformedRecordingFile(file + ": no signal line of WFDB: " + line);
        }
        String name = word(words, 8).isBlank() ? "signal " + number : words[8].strip();
        String baseline = words.length < 5 ? "0" : words[4];
        return new WfdbSignalLine(
                words[0], WfdbSampleLayout.of(format), WfdbCalibration.parse(word(words, 2), baseline), name);
    }

    private static String word(String[] words, int place) {
        return place < words.length ? words[place] : "";
    }

    SampledSignal sampled(double hertz, double start, double[] values) {
        return new SampledSignal(name, calibration.unit(), hertz, start, values);
    }

    /** Returns the number of a text, NaN when it is no finite number. */
    static double parsed(String text) {
        try {
            double number = text.matches("[\\d.eE+-]+") ? Double.parseDouble(text) : Double.NaN;
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
