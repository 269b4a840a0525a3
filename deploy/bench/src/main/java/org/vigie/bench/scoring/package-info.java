/**
 * What scoring costs: the model server over the wire beside a raw TensorFlow session on the same networks, in the same run. The server does
 * more for each window than the session: HTTP, checks, trees, calibration, interval and curve.
 */
package org.vigie.bench.scoring;
