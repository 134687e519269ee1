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
