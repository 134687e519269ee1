<?php

/**
 * Serves an installation with PHP's own server and stops it together with its workers.
 */

declare(strict_types=1);

namespace Standin;

final class Server
{
    private const WORKERS = 4;

    public function __construct(private readonly string $root, private readonly string $router)
    {
    }

    /** Returns the exit code once the server has ended. */
    public function run(int $port): int
    {
        if (is_resource($this->dial($port))) {
            fwrite(STDERR, "Port $port is busy: choose another one with --port\n");
            return 1;
        }
        pcntl_async_signals(true);
        $child = pcntl_fork();
        if ($child === 0) {
            $this->becomeServer($port);
        }
        posix_setpgid($child, $child);
        $lifeline = $this->watch($child);
        $stop = static fn () => posix_kill(-$child, SIGTERM);
        foreach ([SIGTERM, SIGINT, SIGHUP] as $signal) {
            // Without a restart of the interrupted wait: PHP runs a handler only once the wait has returned.
            pcntl_signal($signal, $stop, false);
        }
        if ($this->isReady($child, $port)) {
            fwrite(STDOUT, "whmcs stand-in listening on http://127.0.0.1:$port/\n");
        }
        while (pcntl_waitpid($child, $status) === -1 && pcntl_get_last_error() === PCNTL_EINTR) {
            continue;
        }
        posix_kill(-$child, SIGTERM);
        fclose($lifeline);
        return pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 0;
    }

    /** The child leads a process group of its own, so that one signal reaches the server and all of its workers. */
    private function becomeServer(int $port): never
    {
        posix_setpgid(0, 0);
        $environment = ['PHP_CLI_SERVER_WORKERS' => (string) self::WORKERS] + getenv();
        $options = ['-d', 'log_errors=1', '-d', 'display_errors=0', '-d', 'error_reporting=-1', '-d', 'opcache.enable_cli=1'];
        pcntl_exec(PHP_BINARY, [...$options, '-S', "127.0.0.1:$port", '-t', $this->root, $this->router], $environment);
        exit(1);
    }

    /**
     * Ends the server even when this process is killed without a chance to do it: a watcher waits for the end of a pipe that
     * only this process holds open.
     *
     * @return resource to be kept open for as long as the server shall live
     */
    private function watch(int $child): mixed
    {
        [$lifeline, $watched] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, STREAM_IPPROTO_IP);
        if (pcntl_fork() !== 0) {
            fclose($watched);
            return $lifeline;
        }
        fclose($lifeline);
        fclose(STDOUT);
        fclose(STDERR);
        posix_setsid();
        while (!feof($watched)) {
            fread($watched, 1);
        }
        posix_kill(-$child, SIGTERM);
        exit(0);
    }

    private function isReady(int $child, int $port): bool
    {
        while (pcntl_waitpid($child, $status, WNOHANG) === 0) {
            if (is_resource($this->dial($port))) {
                return true;
            }
            usleep(20_000);
        }
        fwrite(STDERR, "PHP's server ended before it listened on port $port\n");
        return false;
    }

    /** @return resource|false */
    private function dial(int $port): mixed
    {
        return @stream_socket_client("tcp://127.0.0.1:$port", $code, $text, 1.0);
    }
}
