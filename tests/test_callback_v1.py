"""Two epochs of the version 1 handler by hand: who is called when, what counts as an iteration, and who may stop"""
import pytest
import torch

from mylearner.callback.v1 import Callback, CallbackHandler


class Says(Callback):
    "Note who is called, and return `says` at each batch's end"
    def __init__(self, who, order, heard, says=None): self.who,self._order,self.heard,self.says = who,order,heard,says
    def on_epoch_begin(self, epoch, num_batch, **kwargs): self.heard.append((self.who, epoch, num_batch))
    def on_batch_end(self, **kwargs): return self.says

def two_epochs(says):
    "Whether the last batch's end stopped, the state at the end, and who was heard"
    heard = []
    h = CallbackHandler([Says('second', 1, heard, False), Says('first', 0, heard, says)])
    h.on_train_begin(2)
    for _ in range(2):
        h.on_epoch_begin()
        for train in (True, False):
            h.on_batch_begin(torch.ones(1), torch.ones(1), train)
            stop = h.on_batch_end(7.)
        h.on_epoch_end()
    return stop, h.state_dict['iteration'], h.state_dict['last_loss'], heard

@pytest.mark.parametrize('says,stops', [(True, True), ({'stop_epoch': True}, True), ({'stop_training': True}, True), ({'other': True}, False)])
def test_two_epochs(says, stops): # S-211
    stop,iteration,last_loss,heard = two_epochs(says)
    assert (stop, iteration, last_loss) == (stops, 2, 7.)  # validation batches are no iterations
    assert heard == [('first',0,0), ('second',0,0), ('first',1,0), ('second',1,0)]
