//! A body in pieces with pauses between them.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame};
use tokio::time::{Sleep, sleep};

/// How often a slow body gives a piece; also the pause in which what was given is written out.
const PAUSE: Duration = Duration::from_millis(100);
const SHORTEST_PAUSE: Duration = Duration::from_millis(1);

pub struct PacedBody {
    pieces: VecDeque<Bytes>,
    pause: Duration,
    sleep: Pin<Box<Sleep>>,
}

impl PacedBody {
    /// The whole, evenly over a time.
    pub fn over(whole: &Bytes, time: Duration) -> Self {
        let wanted = usize::try_from(time.as_millis() / PAUSE.as_millis()).unwrap_or(usize::MAX);
        let count = wanted.clamp(1, whole.len().max(1));
        let pieces = (0..count).map(|n| whole.slice(whole.len() * n / count..whole.len() * (n + 1) / count)).collect();
        Self::new(pieces, time.div_f64(count as f64))
    }

    /// The first half: a body that ends before the announced length makes hyper close the connection. It does so
    /// without writing what it has, unless the body lets it wait before the end.
    pub fn half(whole: &Bytes) -> Self {
        Self::new(VecDeque::from([whole.slice(..whole.len() / 2)]), SHORTEST_PAUSE)
    }

    fn new(pieces: VecDeque<Bytes>, pause: Duration) -> Self {
        Self { pieces, pause, sleep: Box::pin(sleep(pause)) }
    }
}

impl Body for PacedBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        ready!(self.sleep.as_mut().poll(context));
        let pause = self.pause;
        self.sleep.set(sleep(pause));
        Poll::Ready(self.pieces.pop_front().map(|piece| Ok(Frame::data(piece))))
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;
    use tokio::time::Instant;

    use super::*;

    /// The pieces of a body, and when each came, in milliseconds of a clock that only this test moves.
    fn pieces(body: impl FnOnce(&Bytes) -> PacedBody) -> Vec<(u128, Bytes)> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let (begun, mut body) = (Instant::now(), body(&Bytes::from_static(b"0123456789")));
            let mut pieces = Vec::new();
            while let Some(Ok(frame)) = body.frame().await {
                pieces.push((begun.elapsed().as_millis(), frame.into_data().unwrap()));
            }
            pieces
        })
    }

    #[test]
    fn a_slow_body_comes_evenly_and_whole() {
        let expected = [(100, "012"), (200, "345"), (300, "6789")].map(|(at, text)| (at, Bytes::from(text)));
        assert_eq!(pieces(|whole| PacedBody::over(whole, Duration::from_millis(300))), expected);
        let second = pieces(|whole| PacedBody::over(whole, Duration::from_secs(20)));
        assert_eq!((second.len(), second.last().unwrap()), (10, &(20_000, Bytes::from("9"))));
        assert_eq!(pieces(|whole| PacedBody::over(whole, Duration::from_millis(1))).len(), 1);
    }

    #[test]
    fn half_a_body_is_its_first_half() {
        let halves: Vec<Bytes> = pieces(PacedBody::half).into_iter().map(|(_, piece)| piece).collect();
        assert_eq!(halves, [Bytes::from("01234")]);
    }
}
