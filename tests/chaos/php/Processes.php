<?php

/**
 * The processes of a web node: one for each task, started by fork, and their ends.
 */

declare(strict_types=1);

namespace Chaos;

final class Processes
{
    /** @var array<int, array{pid: int, socket: resource, said: string}> by the number of the task */
    private array $running = [];

    /** @param list<string> $shared folders whose files hold classes alone */
    public function __construct(private readonly Caller $caller, private readonly array $shared)
    {
    }

    /** Ends when nobody can ask for anything any more. */
    public function serve(): void
    {
        while (true) {
            $ready = [STDIN, ...array_map(static fn (array $process) => $process['socket'], array_values($this->running))];
            $none = null;
            stream_select($ready, $none, $none, null);
            foreach ($this->running as $task => $process) {
                if (in_array($process['socket'], $ready, true)) {
                    $this->listen($task);
                }
            }
            if (in_array(STDIN, $ready, true)) {
                $line = fgets(STDIN);
                if ($line === false) {
                    array_map(static fn (array $process) => posix_kill($process['pid'], SIGKILL), $this->running);
                    return;
                }
                $this->obey(json_decode($line, true, 16, JSON_THROW_ON_ERROR));
            }
        }
    }

    /** @param array<string, mixed> $order */
    private function obey(array $order): void
    {
        if (!isset($order['kill'])) {
            $this->start($order);
        } elseif (isset($this->running[$order['kill']])) {
            // It is not waited for yet, so the number is still its own.
            posix_kill($this->running[$order['kill']]['pid'], SIGKILL);
        }
    }

    /** @param array<string, mixed> $task */
    private function start(array $task): void
    {
        [$ours, $theirs] = (array) stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $pid = pcntl_fork();
        if ($pid === 0) {
            fclose($ours);
            // A page ends its process by itself.
            register_shutdown_function(fn () => $this->say($theirs));
            $this->caller->run($task);
            exit(0);
        }
        fclose($theirs);
        stream_set_blocking($ours, false);
        $this->running[$task['id']] = ['pid' => $pid, 'socket' => $ours, 'said' => ''];
    }

    /** @param resource $socket */
    private function say($socket): void
    {
        $text = json_encode($this->caller->said() + ['files' => $this->sharedFiles()], JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
        while ($text !== '' && ($written = fwrite($socket, $text)) !== false) {
            $text = substr($text, $written);
        }
    }

    private function listen(int $task): void
    {
        $part = fread($this->running[$task]['socket'], 65536);
        $this->running[$task]['said'] .= (string) $part;
        if (!feof($this->running[$task]['socket'])) {
            return;
        }
        ['pid' => $pid, 'socket' => $socket, 'said' => $said] = $this->running[$task];
        fclose($socket);
        pcntl_waitpid($pid, $status);
        unset($this->running[$task]);
        $wasKilled = pcntl_wifsignaled($status);
        $said = $wasKilled ? null : json_decode($said);
        foreach ($said->files ?? [] as $file) {
            require_once $file;
        }
        unset($said->files);
        fwrite(STDOUT, json_encode(['task' => $task, 'killed' => $wasKilled, 'said' => $said], JSON_THROW_ON_ERROR) . "\n");
    }

    /** @return list<string> what this process loaded and every other one will need */
    private function sharedFiles(): array
    {
        $isShared = fn (string $file): bool => array_filter($this->shared, static fn (string $folder) => str_starts_with($file, $folder)) !== [];
        return array_values(array_filter(get_included_files(), $isShared));
    }
}
