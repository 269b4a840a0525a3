/**
 * Measures the cost of scoring: the model server over the wire beside the same networks and trees on a raw TensorFlow session and booster
 * in the same run. The server does more for each window: HTTP, checks, calibration, interval and curve.
 */
package org.vigie.bench.scoring;
